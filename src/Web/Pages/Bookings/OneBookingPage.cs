using Champions.Application.Bookings;
using Champions.Application.Time;

namespace Champions.Web.Pages.Bookings;

/// <summary>What the pages about one booking share: the booking, and who looks at it.</summary>
public abstract class OneBookingPage(BookingQueries bookings, TimeProvider clock) : ChampionsPage
{
    public BookingDetails Booking { get; private set; } = null!;

    public DateTimeOffset Now => clock.GetUtcNow();

    public bool IsBooker => Booking.BookerId == Actor.PersonId;

    public bool IsItsChampion => Actor.ChampionId == Booking.SlotChampionId;

    public bool CanChange => Booking.CanChange(Now);

    public string Address => $"/bookings/{Booking.BookingId.Value:D}";

    /// <summary>"you and Amara Osei": who hears of a change, as the person who makes it reads it.</summary>
    public string Told => (IsBooker, IsItsChampion) switch
    {
        (true, _) => $"you and {Booking.ChampionName}",
        (_, true) => $"you and {Booking.BookerName}",
        _ => $"{Booking.BookerName} and {Booking.ChampionName}",
    };

    /// <summary>False when there is no such booking for this person.</summary>
    protected async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await bookings.FindAsync(new BookingId(id), Actor, cancellationToken) is not { } booking)
        {
            return false;
        }

        Booking = booking;
        return true;
    }
}
