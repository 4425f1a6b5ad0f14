using Champions.Application.Abstractions;
using Champions.Application.Help;
using Champions.Domain.HelpSlots;
using Microsoft.EntityFrameworkCore;

namespace Champions.Application.Bookings;

/// <summary>Times a booking may be moved to.</summary>
/// <param name="SameChampion">Times of the champion it is with.</param>
/// <param name="Others">Times of other champions.</param>
public sealed record MoveChoices(IReadOnlyList<HelpTime> SameChampion, IReadOnlyList<HelpTime> Others)
{
    public bool IsEmpty => SameChampion.Count + Others.Count == 0;
}

/// <summary>Finds times to move to, as free for the person who booked, whoever moves.</summary>
public sealed class MoveQueries(IChampionsDb db, TimeProvider clock)
{
    public const int SameChampionDays = 28;
    public const int OthersDays = 7;
    private const int Most = 20;

    public async Task<MoveChoices> ChoicesAsync(BookingDetails booking, HelpCatalogue catalogue, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var free = db.FreeFor(booking.BookerId, now).Where(s => s.Id != booking.SlotId);
        var champion = booking.SlotChampionId;
        var same = await TimesAsync(
            free.Where(s => s.ChampionId == champion && s.StartsAt < now.AddDays(SameChampionDays)), catalogue, cancellationToken);
        var others = await TimesAsync(
            free.Where(s => s.ChampionId != champion && s.StartsAt < now.AddDays(OthersDays)), catalogue, cancellationToken);
        return new MoveChoices(same, others);
    }

    private async Task<IReadOnlyList<HelpTime>> TimesAsync(IQueryable<HelpSlot> slots, HelpCatalogue catalogue, CancellationToken cancellationToken)
    {
        var rows = await slots.OrderBy(s => s.StartsAt).ThenBy(s => s.Id).Take(Most).AsRows(db).ToListAsync(cancellationToken);
        return [.. rows.Select(r => HelpTime.From(r, catalogue))];
    }
}
