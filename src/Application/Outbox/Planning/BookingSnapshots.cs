using Champions.Application.Abstractions;
using Champions.Application.Wording;
using Champions.Domain.HelpSlots;
using Champions.Domain.Staff;
using Champions.Domain.Systems;
using Champions.Domain.Trusts;
using Champions.Domain.Wards;

namespace Champions.Application.Outbox.Planning;

/// <summary>Reads what emails about bookings say: names, place and system, a few queries for any number of bookings.</summary>
internal sealed class BookingSnapshots(IRowsOfAnyTrust rows)
{
    /// <returns>One for each, in the same order.</returns>
    public async Task<IReadOnlyList<BookingSnapshot>> ReadAsync(
        IChampionsDb db, IReadOnlyList<(Booking Booking, HelpSlot Slot)> bookings, CancellationToken cancellationToken)
    {
        var people = await rows.FindAsync<StaffMember, StaffMemberId>(
            db, bookings.SelectMany(b => new[] { b.Booking.BookedById, b.Slot.PersonId }), cancellationToken);
        var wards = await rows.FindAsync<Ward, WardId>(db, bookings.Select(b => b.Slot.WardId).OfType<WardId>(), cancellationToken);
        var sites = await rows.FindAsync<Site, SiteId>(db, wards.Values.Select(w => w.SiteId), cancellationToken);
        var systems = await rows.FindAsync<DigitalSystem, DigitalSystemId>(
            db, bookings.Select(b => b.Booking.DigitalSystemId).OfType<DigitalSystemId>(), cancellationToken);
        var trusts = await rows.FindAsync<Trust, TrustId>(db, bookings.Select(b => b.Booking.TrustId), cancellationToken);

        BookingSnapshot Of(Booking booking, HelpSlot slot)
        {
            var ward = slot.WardId is { } id ? wards[id] : null;
            var site = ward is null ? null : sites[ward.SiteId];
            return new BookingSnapshot(
                booking,
                slot,
                people[booking.BookedById],
                people[slot.PersonId],
                SupportModeWords.Where(slot.Mode, ward?.Name, site?.Name, slot.Place),
                booking.DigitalSystemId is { } system ? systems[system].Name : null,
                trusts[booking.TrustId].Name);
        }

        return [.. bookings.Select(b => Of(b.Booking, b.Slot))];
    }
}
