using System.Globalization;
using Champions.Application.Time;
using Champions.Domain.HelpSlots;
using Champions.Domain.SupportSessions;

namespace Champions.Application.Wording;

/// <summary>A line of a session's history, for example "Outcome changed from Solved to Needs a follow-up".</summary>
public static class SessionChangeWords
{
    /// <param name="change">As stored.</param>
    /// <param name="names">Names of wards and systems by id.</param>
    public static string Of(SessionChange change, IReadOnlyDictionary<string, string> names)
    {
        var what = Answer(change.Answer);
        var from = change.From is null ? null : Value(change.Answer, change.From, names);
        var to = change.To is null ? null : Value(change.Answer, change.To, names);
        return (from, to) switch
        {
            (null, null) => change.Answer == SessionAnswer.FollowUp ? $"{what} added" : $"{what} changed",
            (null, _) => $"{what} added: {to}",
            (_, null) => $"{what} removed: {from}",
            _ => $"{what} changed from {from} to {to}",
        };
    }

    private static string Answer(SessionAnswer answer) => answer switch
    {
        SessionAnswer.Day => "Day",
        SessionAnswer.Ward => "Ward",
        SessionAnswer.System => "System",
        SessionAnswer.Topics => "Topics",
        SessionAnswer.People => "People helped",
        SessionAnswer.Minutes => "Length",
        SessionAnswer.Mode => "Way of meeting",
        SessionAnswer.Outcome => "Outcome",
        SessionAnswer.Kind => "Kind of help",
        SessionAnswer.DoneBy => "Who did it",
        SessionAnswer.Barriers => "What stood in the way",
        SessionAnswer.Note => "Note",
        SessionAnswer.FollowUp => "Follow-up",
        _ => throw new ArgumentOutOfRangeException(nameof(answer), answer, "An answer without words."),
    };

    private static string Value(SessionAnswer answer, string stored, IReadOnlyDictionary<string, string> names) => answer switch
    {
        SessionAnswer.Day => UkFormat.Date(DateOnly.ParseExact(stored, "O", CultureInfo.InvariantCulture)),
        SessionAnswer.Minutes => UkFormat.Length(int.Parse(stored, CultureInfo.InvariantCulture)),
        SessionAnswer.Mode => SupportModeWords.Of(Enum.Parse<SupportMode>(stored)),
        SessionAnswer.Outcome => SessionOutcomeWords.Of(Enum.Parse<SessionOutcome>(stored)),
        SessionAnswer.Kind => SupportKindWords.Of(Enum.Parse<SupportKind>(stored)),
        SessionAnswer.DoneBy => DoneByWords.Of(Enum.Parse<DoneBy>(stored)),
        SessionAnswer.Ward or SessionAnswer.System => names.TryGetValue(stored, out var name) ? name : "one that is no longer listed",
        _ => stored,
    };
}
