using Champions.Application.Abstractions;
using Champions.Application.Reminders;
using Champions.Domain.FollowUps;
using Champions.Domain.HelpSlots;
using Champions.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Champions.Infrastructure.AcrossTrusts;

/// <summary>Reads what reminders may be due for, in every trust.</summary>
internal sealed class ReminderCandidates : IReminderCandidates
{
    /// <summary>A follow-up of longer ago has one reminder a week at most, so one that had its last lately has nothing new.</summary>
    private const int RecentDays = 14;

    /// <summary>A little less than a week, because a week with a clock change in it is an hour shorter.</summary>
    private static readonly TimeSpan AlmostAWeek = TimeSpan.FromDays(6.5);

    public async Task<IReadOnlyList<BookingCandidate>> BookingsAsync(
        IChampionsDb db, DateTimeOffset after, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var reminders = All(db.Reminders);
        return await (
            from slot in All(db.HelpSlots)
            where slot.Status == HelpSlotStatus.Offered && slot.StartsAt > after && slot.StartsAt <= until
            join booking in All(db.Bookings) on slot.Id equals booking.HelpSlotId
            where booking.Status == BookingStatus.Booked
            let last = reminders.Where(r => r.SubjectId == (Guid)(object)booking.Id).Max(r => (DateTimeOffset?)r.DueAt)
            where last == null || last <= booking.ChangedAt
            select new BookingCandidate(booking.Id, slot.Id, slot.StartsAt, booking.ChangedAt, last))
            .ToListAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<FollowUpCandidate>> FollowUpsAsync(
        IChampionsDb db, DateOnly today, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var reminders = All(db.Reminders);
        var recent = today.AddDays(-RecentDays);
        var lately = now - AlmostAWeek;
        return await (
            from followUp in All(db.FollowUps)
            where followUp.Status == FollowUpStatus.Open && followUp.DueOn <= today
            let last = reminders.Where(r => r.SubjectId == (Guid)(object)followUp.Id).Max(r => (DateTimeOffset?)r.DueAt)
            where followUp.DueOn >= recent || last == null || last < lately
            orderby followUp.DueOn
            select new FollowUpCandidate(followUp.Id, followUp.DueOn, followUp.OpenedAt, last))
            .ToListAsync(cancellationToken);
    }

    private static IQueryable<T> All<T>(DbSet<T> rows) where T : class => rows.IgnoreQueryFilters([ChampionsDbContext.TrustFilter]).AsNoTracking();
}
