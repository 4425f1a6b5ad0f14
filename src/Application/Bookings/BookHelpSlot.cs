using Champions.Application.Abstractions;
using Champions.Domain.Common;
using Champions.Domain.HelpSlots;
using Microsoft.EntityFrameworkCore;

namespace Champions.Application.Bookings;

/// <summary>Takes a place in a slot for the person who asks.</summary>
/// <param name="SlotId">The time they chose.</param>
/// <param name="SystemId">The digital system they need help with, if they say.</param>
/// <param name="Topic">What about.</param>
/// <param name="Note">Anything else for the champion.</param>
/// <param name="RequestKey">Made when the form was shown.</param>
public sealed record BookHelpSlot(HelpSlotId SlotId, DigitalSystemId? SystemId, string? Topic, string? Note, Guid RequestKey);

/// <summary>The one way in which places are taken. The same form sent again gives the booking it gave before.</summary>
public sealed class BookHelpSlotHandler(IChampionsDb db, TimeProvider clock)
{
    public async Task<Result<BookingId>> HandleAsync(BookHelpSlot command, Actor actor, CancellationToken cancellationToken)
    {
        var result = await db.RunAsync(ct => BookAsync(command, actor, ct), OnTaken, cancellationToken);

        // Only a form that fails can have been sent before, so the first try of everybody else is spared the question
        return !result.IsSuccess && await MadeBeforeAsync(command.RequestKey, actor, cancellationToken) is { } booking ? booking : result;
    }

    private async Task<Result<BookingId>> BookAsync(BookHelpSlot command, Actor actor, CancellationToken cancellationToken)
    {
        var slot = await db.HelpSlots.Include(s => s.Bookings).FirstOrDefaultAsync(s => s.Id == command.SlotId, cancellationToken);
        if (slot is null || slot.TrustId != actor.TrustId)
        {
            return HelpSlotErrors.NotFound;
        }

        if (command.SystemId is { } system && !await db.DigitalSystems.AnyAsync(s => s.Id == system, cancellationToken))
        {
            return BookingErrors.SystemUnknown;
        }

        var request = new BookingRequest(command.SystemId, command.Topic, command.Note, command.RequestKey);
        var booked = slot.Book(actor.PersonId, request, clock.GetUtcNow());
        if (!booked.IsSuccess)
        {
            return booked.Error;
        }

        await db.SaveChangesAsync(cancellationToken);
        return booked.Value.Id;
    }

    /// <summary>A lost seat is no error by itself: the slot, read again, knows whether another seat is free.</summary>
    private static Error? OnTaken(string key) => key switch
    {
        UniqueKeys.TimeClaim => HelpSlotErrors.PersonBusy,
        UniqueKeys.BookingRequestKey => BookingErrors.FormUsed,
        _ => null,
    };

    private async Task<BookingId?> MadeBeforeAsync(Guid requestKey, Actor actor, CancellationToken cancellationToken)
    {
        var made = await db.Bookings.AsNoTracking()
            .Where(b => b.RequestKey == requestKey && b.BookedById == actor.PersonId)
            .Select(b => new { b.Id })
            .FirstOrDefaultAsync(cancellationToken);
        return made?.Id;
    }
}
