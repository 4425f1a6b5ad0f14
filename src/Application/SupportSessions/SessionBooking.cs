using Champions.Application.Abstractions;
using Champions.Domain.Common;
using Champions.Domain.HelpSlots;
using Champions.Domain.SupportSessions;
using Microsoft.EntityFrameworkCore;

namespace Champions.Application.SupportSessions;

/// <summary>What a session says about the booking it came from.</summary>
internal static class SessionBooking
{
    /// <summary>Null when the booking took it, or the session came from none.</summary>
    public static async Task<Error?> RecordAsync(
        IChampionsDb db, SupportSession session, BookingStatus status, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (session.BookingId is not { } booking)
        {
            return null;
        }

        var slot = await db.HelpSlots.Include(s => s.Bookings).FirstAsync(s => s.Bookings.Any(b => b.Id == booking), cancellationToken);
        return slot.RecordAttendance(booking, status, now).Error;
    }
}
