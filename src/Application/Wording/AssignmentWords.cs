using Champions.Application.Coverage;
using Champions.Application.Time;

namespace Champions.Application.Wording;

/// <summary>Days of an assignment, and what speaks for a champion, as people read them.</summary>
public static class AssignmentWords
{
    /// <summary>"From 24 Nov 2026", "24 Nov 2026 to 5 Dec 2026", "Called off before 1 Dec 2026", for tables.</summary>
    public static string Days(DateOnly from, DateOnly? until) => until switch
    {
        null => $"From {UkFormat.ShortDate(from)}",
        { } last when last < from => $"Called off before {UkFormat.ShortDate(from)}",
        { } last when last == from => $"{UkFormat.ShortDate(from)} only",
        { } last => $"{UkFormat.ShortDate(from)} to {UkFormat.ShortDate(last)}",
    };

    /// <summary>"From 24 Nov 2026" and "Ends on 5 Dec 2026", for one that stands or is to come and has a last day.</summary>
    public static (string First, string Last) FirstAndLast(DateOnly from, DateOnly until) =>
        ($"From {UkFormat.ShortDate(from)}", $"Ends on {UkFormat.ShortDate(until)}");

    /// <summary>"from Tuesday 24 November 2026 to Saturday 5 December 2026", inside a sentence.</summary>
    public static string InSentence(DateOnly from, DateOnly? until) =>
        until is { } last ? $"from {UkFormat.Date(from)} to {UkFormat.Date(last)}" : $"from {UkFormat.Date(from)}";

    /// <summary>"The last day of Amara Osei on Maple Ward is Tuesday 24 November 2026.", or that it is called off.</summary>
    public static string End(AssignmentDetails assignment, DateOnly lastDay) => lastDay < assignment.From
        ? $"{assignment.Champion} will not start on {assignment.Ward} on {UkFormat.Date(assignment.From)}."
        : $"The last day of {assignment.Champion} on {assignment.Ward} is {UkFormat.Date(lastDay)}.";

    /// <summary>The answer to an end that was set before.</summary>
    public static string EndedAlready(AssignmentDetails assignment, DateOnly lastDay) => lastDay < assignment.From
        ? $"It was already called off: {assignment.Champion} will not start on {assignment.Ward}."
        : $"The last day of {assignment.Champion} on {assignment.Ward} was already {UkFormat.Date(lastDay)}.";

    /// <summary>"Works at Royal Infirmary. Knows 3 systems. Looks after 1 ward."</summary>
    /// <param name="suggestion">The champion.</param>
    /// <param name="site">Site of the ward in question.</param>
    public static string Why(Suggestion suggestion, string site)
    {
        var works = suggestion.WorksAt is { } place ? $"Works at {place}. " : "";
        var knows = suggestion.Systems == 0 ? "Has no systems listed." : $"Knows {UkFormat.Count(suggestion.Systems, "system")}.";
        return $"{works}{knows} {Load(suggestion, site)}";
    }

    private static string Load(Suggestion suggestion, string site) => suggestion switch
    {
        { Wards: 0 } => "Looks after no wards.",
        { WorksHere: true } or { WardsHere: 0 } => $"Looks after {UkFormat.Count(suggestion.Wards, "ward")}.",
        { Wards: 1 } => $"Looks after 1 ward, at {site}.",
        _ => $"Looks after {UkFormat.Count(suggestion.Wards, "ward")}, {UkFormat.Number(suggestion.WardsHere)} at {site}.",
    };
}
