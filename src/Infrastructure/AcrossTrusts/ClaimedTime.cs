using Champions.Application.HelpSlots;
using Champions.Domain.HelpSlots;
using Champions.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Champions.Infrastructure.AcrossTrusts;

/// <summary>Looks after the claims of all trusts at once: a person's minutes do not ask whose they are.</summary>
internal sealed class ClaimedTime(ChampionsDbContext db) : IClaimedTime
{
    private const int QuantaADay = 24 * 60 / TimeClaim.MinutesPerQuantum;

    public async Task<int> DeleteBeforeAsync(DateTimeOffset instant, CancellationToken cancellationToken)
    {
        var end = TimeClaim.QuantumOf(instant);
        var deleted = 0;
        while (await OldestBeforeAsync(end, cancellationToken) is { } oldest)
        {
            // Whole days by the index on Quantum; each is a short transaction of its own, so a stop loses nothing.
            var until = Math.Min(oldest + QuantaADay, end);
            deleted += await db.InTransactionAsync(
                ct => db.TimeClaims.Where(c => c.Quantum < until).ExecuteDeleteAsync(ct), cancellationToken);
        }

        return deleted;
    }

    public async Task<IReadOnlyList<ClaimDifference>> CompareAsync(DateTimeOffset instant, CancellationToken cancellationToken)
    {
        var differences = new List<ClaimDifference>();
        await foreach (var slot in Slots(instant).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            Add(differences, "slot", slot);
        }

        await foreach (var booking in Bookings(instant).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            Add(differences, "booking", booking);
        }

        differences.AddRange(await OfCancelledAsync(TimeClaim.QuantumOf(instant), cancellationToken));
        return differences;
    }

    private Task<int?> OldestBeforeAsync(int end, CancellationToken cancellationToken) =>
        db.TimeClaims.Where(c => c.Quantum < end).MinAsync(c => (int?)c.Quantum, cancellationToken);

    /// <summary>One statement, so that counts and slots are of one moment while people go on booking.</summary>
    private IQueryable<Claimant> Slots(DateTimeOffset instant) =>
        from slot in db.HelpSlots.IgnoreQueryFilters().AsNoTracking()
        where slot.Status == HelpSlotStatus.Offered && slot.StartsAt > instant
        select new Claimant
        {
            Id = slot.Id.Value,
            StartsAt = slot.StartsAt,
            Minutes = slot.Minutes,
            Found = slot.Claims.Count,
            OfPerson = slot.Claims.Count(c => c.PersonId == slot.PersonId),
            First = slot.Claims.Min(c => (int?)c.Quantum),
            Last = slot.Claims.Max(c => (int?)c.Quantum),
        };

    private IQueryable<Claimant> Bookings(DateTimeOffset instant) =>
        from slot in db.HelpSlots.IgnoreQueryFilters().AsNoTracking()
        where slot.StartsAt > instant
        join booking in db.Bookings.IgnoreQueryFilters() on slot.Id equals booking.HelpSlotId
        where booking.Status != BookingStatus.CancelledByStaff && booking.Status != BookingStatus.CancelledByChampion
        select new Claimant
        {
            Id = booking.Id.Value,
            StartsAt = slot.StartsAt,
            Minutes = slot.Minutes,
            Found = booking.Claims.Count,
            OfPerson = booking.Claims.Count(c => c.PersonId == booking.BookedById),
            First = booking.Claims.Min(c => (int?)c.Quantum),
            Last = booking.Claims.Max(c => (int?)c.Quantum),
        };

    /// <summary>Time to come that is held for something that was cancelled.</summary>
    private async Task<IEnumerable<ClaimDifference>> OfCancelledAsync(int earliest, CancellationToken cancellationToken)
    {
        var slots = await (
            from claim in db.TimeClaims
            where claim.Quantum >= earliest
            join slot in db.HelpSlots.IgnoreQueryFilters() on claim.HelpSlotId equals slot.Id
            where slot.Status == HelpSlotStatus.Cancelled
            group claim by slot.Id into held
            select new { held.Key, Count = held.Count() }).ToListAsync(cancellationToken);
        var bookings = await (
            from claim in db.TimeClaims
            where claim.Quantum >= earliest
            join booking in db.Bookings.IgnoreQueryFilters() on claim.BookingId equals booking.Id
            where booking.Status == BookingStatus.CancelledByStaff || booking.Status == BookingStatus.CancelledByChampion
            group claim by booking.Id into held
            select new { held.Key, Count = held.Count() }).ToListAsync(cancellationToken);
        return slots.Select(s => new ClaimDifference("slot", s.Key.Value, 0, s.Count))
            .Concat(bookings.Select(b => new ClaimDifference("booking", b.Key.Value, 0, b.Count)));
    }

    private static void Add(List<ClaimDifference> differences, string claimant, Claimant row)
    {
        var first = TimeClaim.QuantumOf(row.StartsAt);
        var wanted = row.Minutes / TimeClaim.MinutesPerQuantum;

        // A person holds each unit once: the right number, all theirs, from first to last, can only be the right ones.
        var isRight = row.Found == wanted && row.OfPerson == wanted && row.First == first && row.Last == first + wanted - 1;
        if (!isRight)
        {
            differences.Add(new ClaimDifference(claimant, row.Id, wanted, row.Found));
        }
    }

    private sealed class Claimant
    {
        public Guid Id { get; init; }

        public DateTimeOffset StartsAt { get; init; }

        public int Minutes { get; init; }

        public int Found { get; init; }

        public int OfPerson { get; init; }

        public int? First { get; init; }

        public int? Last { get; init; }
    }
}
