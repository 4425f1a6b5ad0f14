using System.Globalization;
using Champions.Domain.Common;

namespace Champions.Domain.SupportSessions;

/// <summary>Names the answers that differ from what is stored.</summary>
internal static class SessionChanges
{
    public static IEnumerable<SessionChange> Between(SupportSession session, SessionAnswers answers)
    {
        IEnumerable<SessionChange?> compared =
        [
            Compared(SessionAnswer.Day, session.OccurredOn, answers.OccurredOn),
            Compared(SessionAnswer.Ward, session.WardId?.Value, answers.Ward?.Value),
            Compared(SessionAnswer.System, session.DigitalSystemId?.Value, answers.System?.Value),
            Named(SessionAnswer.Topics, SameSet(session.Topics.Select(t => t.SupportTopicId), answers.Topics)),
            People(session, answers),
            Compared(SessionAnswer.Minutes, session.Minutes, answers.Minutes),
            Compared(SessionAnswer.Mode, session.Mode, answers.Mode),
            Compared(SessionAnswer.Outcome, session.Outcome, answers.Outcome),
            Compared(SessionAnswer.Kind, session.Kind, answers.Kind),
            Compared(SessionAnswer.DoneBy, session.DoneBy, answers.DoneBy),
            Named(SessionAnswer.Barriers, SameSet(session.Barriers.Select(b => b.Barrier), answers.Barriers)),
            Named(SessionAnswer.Note, session.Note == Text.Tidy(answers.Note)),
        ];
        return compared.OfType<SessionChange>();
    }

    private static SessionChange? People(SupportSession session, SessionAnswers answers)
    {
        var before = session.Participants.OrderBy(p => p.Position).Select(p => (p.People, p.StaffGroup, p.StaffMemberId));
        var after = answers.Participants.Select(p => (p.Heads, p.Group, p.Person));
        return before.SequenceEqual(after)
            ? null
            : new SessionChange(SessionAnswer.People, Words(session.People), Words(answers.Participants.Sum(p => p.Heads)));
    }

    private static SessionChange? Compared<T>(SessionAnswer answer, T before, T after) =>
        EqualityComparer<T>.Default.Equals(before, after) ? null : new SessionChange(answer, Words(before), Words(after));

    private static SessionChange? Named(SessionAnswer answer, bool same) => same ? null : new SessionChange(answer);

    private static bool SameSet<T>(IEnumerable<T> before, IEnumerable<T> after) => before.ToHashSet().SetEquals(after);

    private static string? Words<T>(T value) => value switch
    {
        null => null,
        DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
        IFormattable plain => plain.ToString(format: null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}
