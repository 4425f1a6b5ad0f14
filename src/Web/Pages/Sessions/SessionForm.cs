using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Champions.Application.SupportSessions;
using Champions.Domain.HelpSlots;
using Champions.Domain.Staff;
using Champions.Domain.SupportSessions;
using Barrier = Champions.Domain.SupportSessions.Barrier;

namespace Champions.Web.Pages.Sessions;

/// <summary>The answers of the log form as they are typed. Numbers stay text until they are read, so that each has words of its own.</summary>
public sealed class SessionForm
{
    /// <summary>Value of the answer that reveals a box for the minutes.</summary>
    public const string OwnLength = "own";

    public static readonly IReadOnlyList<int> UsualLengths = [5, 15, 30, 60];

    public static readonly IReadOnlyList<StaffGroup> AllGroups = Enum.GetValues<StaffGroup>();

    /// <summary>Asked of coordinators only, who log for somebody else.</summary>
    public Guid? Champion { get; set; }

    public Guid? Ward { get; set; }

    public Guid? System { get; set; }

    public List<Guid> Topics { get; set; } = [];

    public string? People { get; set; }

    /// <summary>Head counts in the order of <see cref="AllGroups"/>.</summary>
    public List<string?> Groups { get; set; } = [];

    /// <summary>Work emails of colleagues, one a line.</summary>
    public string? Emails { get; set; }

    public string? Length { get; set; }

    public string? OwnMinutes { get; set; }

    [Display(Name = "How you met")]
    public SupportMode? Mode { get; set; }

    [Display(Name = "What came of it")]
    public SessionOutcome? Outcome { get; set; }

    [Display(Name = "Follow-up day")]
    public DateOnly? FollowUpDue { get; set; }

    public string? FollowUpWhat { get; set; }

    [Display(Name = "What stood in the way")]
    public List<Barrier> Barriers { get; set; } = [];

    [Display(Name = "Kind of help")]
    public SupportKind? Kind { get; set; }

    [Display(Name = "Who did it")]
    public DoneBy? DoneBy { get; set; }

    /// <summary>Empty for today when a session is logged.</summary>
    [Display(Name = "Day of the session")]
    public DateOnly? Day { get; set; }

    public string? Note { get; set; }

    /// <summary>Made when the form is shown.</summary>
    public Guid RequestKey { get; set; }

    /// <summary>Of the session that the form was filled in from.</summary>
    public int Version { get; set; }

    /// <summary>A blank form: what was answered last time, one person, and neither length nor outcome, which are to be said each time.</summary>
    public static SessionForm Blank(SessionDefaults defaults) => new()
    {
        Ward = defaults.Ward?.Value,
        System = defaults.System?.Value,
        Mode = defaults.Mode,
        People = "1",
    };

    /// <summary>What the booking already says.</summary>
    public void Take(BookingToLog booking, DateOnly day)
    {
        Ward = booking.Ward?.Value ?? Ward;
        System = booking.System?.Value ?? System;
        Mode = booking.Mode;
        Emails = booking.BookedByEmail;
        Day = day;
        TakeLength(booking.Minutes);
    }

    /// <summary>A logged session, to be changed.</summary>
    public static SessionForm Of(SessionDetails session)
    {
        var facts = session.Facts;
        var form = new SessionForm
        {
            Version = facts.Version,
            Day = facts.OccurredOn,
            Ward = facts.WardId?.Value,
            System = facts.DigitalSystemId?.Value,
            Topics = [.. facts.Topics.Select(t => t.Value)],
            People = facts.People.ToString(CultureInfo.InvariantCulture),
            Groups = [.. AllGroups.Select(g => Number(session.People.Where(p => p.Name is null && p.Group == g).Sum(p => p.People)))],
            Emails = string.Join('\n', session.People.Select(p => p.Email).OfType<string>()),
            Mode = facts.Mode,
            Outcome = facts.Outcome,
            Barriers = [.. facts.Barriers],
            Kind = facts.Kind,
            DoneBy = facts.DoneBy,
            Note = facts.Note,
        };
        form.TakeLength(facts.Minutes);
        return form;
    }

    private void TakeLength(int minutes)
    {
        var words = minutes.ToString(CultureInfo.InvariantCulture);
        (Length, OwnMinutes) = UsualLengths.Contains(minutes) ? (words, null) : (OwnLength, words);
    }

    private static string? Number(int people) => people == 0 ? null : people.ToString(CultureInfo.InvariantCulture);
}
