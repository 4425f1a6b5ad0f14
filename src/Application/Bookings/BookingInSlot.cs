using Champions.Application.Abstractions;
using Champions.Domain.HelpSlots;
using Champions.Domain.Staff;
using Champions.Domain.Systems;
using Champions.Domain.Trusts;
using Champions.Domain.Wards;
using Microsoft.EntityFrameworkCore;

namespace Champions.Application.Bookings;

/// <summary>A booking with everything that names it: what every reading of bookings is projected from.</summary>
internal sealed class BookingInSlot
{
    public required Booking Booking { get; init; }

    public required HelpSlot Slot { get; init; }

    public required StaffMember Booker { get; init; }

    /// <summary>The champion as a person.</summary>
    public required StaffMember Champion { get; init; }

    public Ward? Ward { get; init; }

    public Site? Site { get; init; }

    public DigitalSystem? DigitalSystem { get; init; }

    public static IQueryable<BookingInSlot> Of(IChampionsDb db, IQueryable<Booking> bookings) =>
        from booking in bookings.AsNoTracking()
        join slot in db.HelpSlots on booking.HelpSlotId equals slot.Id
        join booker in db.StaffMembers on booking.BookedById equals booker.Id
        join champion in db.StaffMembers on slot.PersonId equals champion.Id
        join ward in db.Wards on slot.WardId equals ward.Id into wards
        from ward in wards.DefaultIfEmpty()
        join site in db.Sites on ward.SiteId equals site.Id into sites
        from site in sites.DefaultIfEmpty()
        join system in db.DigitalSystems on booking.DigitalSystemId equals system.Id into systems
        from system in systems.DefaultIfEmpty()
        select new BookingInSlot
        {
            Booking = booking,
            Slot = slot,
            Booker = booker,
            Champion = champion,
            Ward = ward,
            Site = site,
            DigitalSystem = system,
        };
}
