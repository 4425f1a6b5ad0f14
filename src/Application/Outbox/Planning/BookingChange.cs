using Champions.Domain.Common;
using Champions.Domain.HelpSlots;

namespace Champions.Application.Outbox.Planning;

internal enum BookingChangeKind
{
    Made,
    Moved,
    Cancelled,
}

/// <summary>What one save changes about one booking, all in all: nobody is told of a step that the same save undoes.</summary>
/// <param name="Id">The booking.</param>
/// <param name="Kind">What to tell.</param>
/// <param name="FromSlot">The slot people know it in, when that is another than the one it is in now.</param>
/// <param name="ByChampion">Cancelled on the champion's side.</param>
internal sealed record BookingChange(BookingId Id, BookingChangeKind Kind, HelpSlotId? FromSlot, bool ByChampion)
{
    public static IReadOnlyList<BookingChange> In(IEnumerable<DomainEvent> events) =>
        [.. events.Select(e => (Booking: BookingOf(e), Event: e)).Where(x => x.Booking is not null).GroupBy(x => x.Booking!.Value, x => x.Event).Select(Of).OfType<BookingChange>()];

    private static BookingId? BookingOf(DomainEvent happened) => happened switch
    {
        BookingMade made => made.BookingId,
        BookingMoved moved => moved.BookingId,
        BookingCancelled cancelled => cancelled.BookingId,
        _ => null,
    };

    /// <summary>Null when the booking comes and goes in one save.</summary>
    private static BookingChange? Of(IGrouping<BookingId, DomainEvent> events)
    {
        var made = events.OfType<BookingMade>().Any();
        var cancelled = events.OfType<BookingCancelled>().FirstOrDefault();
        var moves = events.OfType<BookingMoved>().ToList();

        // Each move is raised by the slot it leads to, so they come in no order: the first is the one no other leads to
        var from = moves.Find(m => moves.TrueForAll(other => other.HelpSlotId != m.FromSlotId))?.FromSlotId ?? moves.FirstOrDefault()?.FromSlotId;
        return (made, cancelled) switch
        {
            (true, not null) => null,
            (true, null) => new BookingChange(events.Key, BookingChangeKind.Made, null, ByChampion: false),
            (false, not null) => new BookingChange(events.Key, BookingChangeKind.Cancelled, from, cancelled.ByChampion),
            (false, null) => new BookingChange(events.Key, BookingChangeKind.Moved, from, ByChampion: false),
        };
    }
}
