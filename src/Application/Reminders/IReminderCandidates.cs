using Champions.Application.Abstractions;

namespace Champions.Application.Reminders;

/// <summary>What a reminder may be due for, over all trusts. Reads by index; what the rules then find is a part of it.</summary>
public interface IReminderCandidates
{
    /// <summary>Bookings that stand, start after <paramref name="after"/> and up to <paramref name="until"/>, and have no reminder yet for the time they are at.</summary>
    Task<IReadOnlyList<BookingCandidate>> BookingsAsync(IChampionsDb db, DateTimeOffset after, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>Open follow-ups whose day is <paramref name="today"/> or earlier, but those that can have nothing new to remind of.</summary>
    Task<IReadOnlyList<FollowUpCandidate>> FollowUpsAsync(IChampionsDb db, DateOnly today, DateTimeOffset now, CancellationToken cancellationToken);
}

/// <param name="Id">The booking.</param>
/// <param name="SlotId">The slot it is in.</param>
/// <param name="StartsAt">Start of the appointment.</param>
/// <param name="KnownSince">When it was booked or last moved.</param>
/// <param name="LastDueAt">Due time of its newest reminder; null before the first.</param>
public sealed record BookingCandidate(BookingId Id, HelpSlotId SlotId, DateTimeOffset StartsAt, DateTimeOffset KnownSince, DateTimeOffset? LastDueAt);

/// <param name="Id">The follow-up.</param>
/// <param name="DueOn">UK day.</param>
/// <param name="OpenedAt">When it was opened.</param>
/// <param name="LastDueAt">Due time of its newest reminder; null before the first.</param>
public sealed record FollowUpCandidate(FollowUpId Id, DateOnly DueOn, DateTimeOffset OpenedAt, DateTimeOffset? LastDueAt);
