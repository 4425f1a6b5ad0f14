using Champions.Domain.Common;

namespace Champions.Domain.SupportSessions;

/// <summary>Names the answers that differ from what is stored.</summary>
internal static class SessionChanges
{
    public static IEnumerable<string> Between(SupportSession session, SessionAnswers answers)
    {
        if (session.OccurredOn != answers.OccurredOn)
        {
            yield return $"Day: {session.OccurredOn:d MMM yyyy} to {answers.OccurredOn:d MMM yyyy}";
        }

        if (session.Minutes != answers.Minutes)
        {
            yield return $"Minutes: {session.Minutes} to {answers.Minutes}";
        }

        if (session.Outcome != answers.Outcome)
        {
            yield return $"Outcome: {session.Outcome} to {answers.Outcome}";
        }

        if (session.Mode != answers.Mode)
        {
            yield return $"Way of meeting: {session.Mode} to {answers.Mode}";
        }

        if (session.WardId != answers.Ward)
        {
            yield return "Ward";
        }

        if (session.DigitalSystemId != answers.System)
        {
            yield return "System";
        }

        if (session.Kind != answers.Kind || session.DoneBy != answers.DoneBy)
        {
            yield return "Kind of help";
        }

        if (!session.Topics.Select(t => t.SupportTopicId).ToHashSet().SetEquals(answers.Topics))
        {
            yield return "Topics";
        }

        if (!session.Barriers.Select(b => b.Barrier).ToHashSet().SetEquals(answers.Barriers))
        {
            yield return "Barriers";
        }

        var before = session.Participants.OrderBy(p => p.Position).Select(p => (p.People, p.StaffGroup, p.StaffMemberId));
        if (!before.SequenceEqual(answers.Participants.Select(p => (p.Person is null ? p.People : 1, p.Group, p.Person))))
        {
            yield return "People helped";
        }

        if (session.Note != Text.Tidy(answers.Note))
        {
            yield return "Note";
        }
    }
}
