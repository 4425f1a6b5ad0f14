using Champions.Application.Abstractions;
using Champions.Domain.Common;
using Champions.Domain.Staff;
using Champions.Domain.SupportSessions;
using Microsoft.EntityFrameworkCore;

namespace Champions.Application.SupportSessions;

/// <summary>Looks up in the actor's trust what the log form names. What belongs to another trust is as unknown as what does not exist.</summary>
internal static class SessionEntryReader
{
    public static async Task<Result<SessionAnswers>> ReadAsync(IChampionsDb db, SessionEntry entry, CancellationToken cancellationToken)
    {
        if (entry.Ward is { } ward && !await db.Wards.AnyAsync(w => w.Id == ward, cancellationToken))
        {
            return SupportSessionErrors.WardUnknown;
        }

        if (entry.System is { } system && !await db.DigitalSystems.AnyAsync(s => s.Id == system, cancellationToken))
        {
            return SupportSessionErrors.SystemUnknown;
        }

        var topics = entry.Topics.Distinct().ToList();
        if (topics.Count > SupportSession.MaxTopics)
        {
            return SupportSessionErrors.TooManyTopics;
        }

        if (topics.Count > 0 && await db.SupportTopics.CountAsync(t => topics.Contains(t.Id), cancellationToken) < topics.Count)
        {
            return SupportSessionErrors.TopicUnknown;
        }

        var people = await PeopleAsync(db, entry.People, cancellationToken);
        return people.IsSuccess
            ? new SessionAnswers(
                entry.OccurredOn, entry.Ward, entry.System, entry.Minutes, entry.Mode, entry.Outcome, topics, people.Value, entry.Barriers, entry.Note, entry.Kind, entry.DoneBy)
            : people.Error;
    }

    /// <summary>Counted groups first, then named colleagues, then those of whom only the number is known.</summary>
    private static async Task<Result<List<ParticipantAnswer>>> PeopleAsync(IChampionsDb db, HelpedPeople helped, CancellationToken cancellationToken)
    {
        if (helped.Total is < 1 or > SupportSession.MaxPeople)
        {
            return SupportSessionErrors.People;
        }

        if (helped.Emails.Count > SupportSession.MaxPeople)
        {
            return SupportSessionErrors.PeopleDoNotAddUp;
        }

        var counted = helped.ByGroup.Where(g => g.Value > 0).OrderBy(g => g.Key).Select(g => new ParticipantAnswer(g.Value, g.Key, null));
        var named = await NamedAsync(db, helped.Emails, cancellationToken);
        if (!named.IsSuccess)
        {
            return named.Error;
        }

        List<ParticipantAnswer> people = [.. counted, .. named.Value];
        var others = helped.Total - people.Sum(p => (long)p.People);
        if (others < 0)
        {
            return SupportSessionErrors.PeopleDoNotAddUp;
        }

        if (others > 0)
        {
            people.Add(new ParticipantAnswer((int)others, null, null));
        }

        return people;
    }

    private static async Task<Result<List<ParticipantAnswer>>> NamedAsync(IChampionsDb db, IReadOnlyList<string> emails, CancellationToken cancellationToken)
    {
        var wanted = emails.DistinctBy(Text.Normalise).ToList();
        if (wanted.Count == 0)
        {
            return new List<ParticipantAnswer>();
        }

        var normalised = wanted.ConvertAll(Text.Normalise);
        var found = await db.StaffMembers.AsNoTracking()
            .Where(s => normalised.Contains(s.NormalisedEmail))
            .Select(s => new { s.Id, s.NormalisedEmail, s.StaffGroup })
            .ToDictionaryAsync(s => s.NormalisedEmail, cancellationToken);
        var missing = wanted.Find(email => !found.ContainsKey(Text.Normalise(email)));
        return missing is not null
            ? SupportSessionErrors.ColleagueUnknown(missing)
            : normalised.ConvertAll(email => new ParticipantAnswer(1, (StaffGroup?)found[email].StaffGroup, found[email].Id));
    }
}
