using Champions.Application.Abstractions;
using Champions.Application.Lists;
using Champions.Application.SupportSessions;
using Champions.Application.Time;
using Champions.Domain.Common;
using Champions.Domain.FollowUps;
using Champions.Domain.SupportSessions;
using Microsoft.EntityFrameworkCore;

namespace Champions.Application.FollowUps;

/// <summary>Which follow-ups a list shows. Cancelled ones went with a session that was undone and are in no list.</summary>
public enum FollowUpState
{
    Open,
    Overdue,
    Done,
}

/// <summary>A follow-up in a list.</summary>
public sealed record FollowUpRow(
    Guid Id, DateOnly DueOn, string What, string Owner, Guid SessionId, DateOnly SessionDay, string? Ward, FollowUpStatus Status, SessionOutcome? Outcome);

/// <summary>One follow-up on the page that closes it.</summary>
public sealed record FollowUpDetails(
    Guid Id,
    DateOnly DueOn,
    string What,
    string Owner,
    Guid SessionId,
    DateOnly SessionDay,
    string? Ward,
    FollowUpStatus Status,
    SessionOutcome? Outcome,
    string? ClosingNote,
    DateTimeOffset? ClosedAt);

/// <summary>A champion sees their own, a coordinator those of the trust.</summary>
public sealed class FollowUpQueries(IChampionsDb db, TimeProvider clock)
{
    /// <summary>Open ones by day due, the oldest first; done ones by when they were closed, the newest first.</summary>
    public async Task<PageOf<FollowUpRow>> ListAsync(
        FollowUpState state, ChampionId? owner, Actor actor, int page, CancellationToken cancellationToken)
    {
        var matching = Matching(state, actor.IsCoordinator ? owner : actor.ChampionId ?? default);
        var found = new PageOf<FollowUpRow>([], page, PageOf<FollowUpRow>.UsualSize, await matching.CountAsync(cancellationToken));
        if (found is not { Exists: true, Total: > 0 })
        {
            return found;
        }

        var ordered = state == FollowUpState.Done
            ? matching.OrderByDescending(f => f.ClosedAt).ThenByDescending(f => f.Id)
            : matching.OrderBy(f => f.DueOn).ThenBy(f => f.Id);
        var rows = await (
            from followUp in ordered.Skip((page - 1) * found.Size).Take(found.Size)
            join champion in db.Champions on followUp.OwnerId equals champion.Id
            join person in db.StaffMembers on champion.StaffMemberId equals person.Id
            join session in db.SupportSessions on followUp.SupportSessionId equals session.Id
            join ward in db.Wards on session.WardId equals ward.Id into wards
            from ward in wards.DefaultIfEmpty()
            select new
            {
                followUp.ClosedAt,
                Row = new FollowUpRow(
                    followUp.Id.Value, followUp.DueOn, followUp.What, person.Name, session.Id.Value, session.OccurredOn, ward.Name, followUp.Status, followUp.Outcome),
            }).ToListAsync(cancellationToken);

        // A join need not keep the order of what it was given
        var sorted = state == FollowUpState.Done
            ? rows.OrderByDescending(r => r.ClosedAt).ThenByDescending(r => r.Row.Id)
            : rows.OrderBy(r => r.Row.DueOn).ThenBy(r => r.Row.Id);
        return found with { Rows = [.. sorted.Select(r => r.Row)] };
    }

    /// <summary>Another champion's is not found, like one that does not exist.</summary>
    public async Task<Result<FollowUpDetails>> FindAsync(FollowUpId id, Actor actor, CancellationToken cancellationToken)
    {
        var found = await (
            from followUp in db.FollowUps.AsNoTracking()
            where followUp.Id == id
            join champion in db.Champions on followUp.OwnerId equals champion.Id
            join person in db.StaffMembers on champion.StaffMemberId equals person.Id
            join session in db.SupportSessions on followUp.SupportSessionId equals session.Id
            join ward in db.Wards on session.WardId equals ward.Id into wards
            from ward in wards.DefaultIfEmpty()
            select new
            {
                followUp.OwnerId,
                Details = new FollowUpDetails(
                    followUp.Id.Value,
                    followUp.DueOn,
                    followUp.What,
                    person.Name,
                    session.Id.Value,
                    session.OccurredOn,
                    ward.Name,
                    followUp.Status,
                    followUp.Outcome,
                    followUp.ClosingNote,
                    followUp.ClosedAt),
            }).FirstOrDefaultAsync(cancellationToken);
        return found is not null && SessionRights.MaySee(actor, found.OwnerId) ? found.Details : FollowUpErrors.NotFound;
    }

    private IQueryable<FollowUp> Matching(FollowUpState state, ChampionId? owner)
    {
        var today = UkCalendar.DateOf(clock.GetUtcNow());
        var ofOwner = owner is { } id ? db.FollowUps.AsNoTracking().Where(f => f.OwnerId == id) : db.FollowUps.AsNoTracking();
        return state switch
        {
            FollowUpState.Overdue => ofOwner.Where(f => f.Status == FollowUpStatus.Open && f.DueOn < today),
            FollowUpState.Done => ofOwner.Where(f => f.Status == FollowUpStatus.Done),
            _ => ofOwner.Where(f => f.Status == FollowUpStatus.Open),
        };
    }
}
