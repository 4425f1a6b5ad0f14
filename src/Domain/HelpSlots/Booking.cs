using Champions.Domain.Common;

namespace Champions.Domain.HelpSlots;

/// <summary>A taken place in a slot.</summary>
public sealed class Booking : ITrustOwned
{
    public const int TopicMax = 100;

    private readonly List<TimeClaim> claims = [];

    private Booking()
    {
    }

    internal Booking(TrustId trust, HelpSlot slot, int seat, StaffMemberId person, BookingRequest request, DateTimeOffset now)
    {
        Id = Common.Id.New<BookingId>(now);
        TrustId = trust;
        HelpSlotId = slot.Id;
        Seat = seat;
        BookedById = person;
        DigitalSystemId = request.System;
        Topic = Text.Tidy(request.Topic);
        Note = Text.Tidy(request.Note);
        RequestKey = request.RequestKey;
        BookedAt = now;
        ChangedAt = now;
        claims.AddRange(slot.Quanta().Select(q => TimeClaim.For(person, q, Id)));
    }

    public BookingId Id { get; private set; }

    public TrustId TrustId { get; private set; }

    public HelpSlotId HelpSlotId { get; private set; }

    /// <summary>1 to the slot's capacity; unique among the slot's live bookings.</summary>
    public int Seat { get; private set; }

    public StaffMemberId BookedById { get; private set; }

    public DigitalSystemId? DigitalSystemId { get; private set; }

    public string? Topic { get; private set; }

    public string? Note { get; private set; }

    public BookingStatus Status { get; private set; }

    /// <summary>Calendar SEQUENCE: 0 when made, one more with each move and with the cancellation.</summary>
    public int Sequence { get; private set; }

    /// <summary>Unique: the same form posted again finds the same booking.</summary>
    public Guid RequestKey { get; private set; }

    public DateTimeOffset BookedAt { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }

    public string? CancelReason { get; private set; }

    public IReadOnlyList<TimeClaim> Claims => claims;

    /// <summary>Holds its place: booked, or already taken place.</summary>
    public bool IsLive => Status is not (BookingStatus.CancelledByStaff or BookingStatus.CancelledByChampion);

    internal void Cancel(bool byChampion, string? reason, DateTimeOffset now)
    {
        Status = byChampion ? BookingStatus.CancelledByChampion : BookingStatus.CancelledByStaff;
        CancelReason = reason;
        claims.Clear();
        Advance(now);
    }

    internal void MoveTo(HelpSlot slot, int seat, DateTimeOffset now)
    {
        HelpSlotId = slot.Id;
        Seat = seat;

        // Minutes that both times share keep their row: the key would otherwise be deleted and inserted in one save.
        var wanted = slot.Quanta().ToHashSet();
        claims.RemoveAll(c => !wanted.Contains(c.Quantum));
        claims.AddRange(wanted.Except(claims.Select(c => c.Quantum)).Order().Select(q => TimeClaim.For(BookedById, q, Id)));
        Advance(now);
    }

    internal void Close(BookingStatus outcome, DateTimeOffset now)
    {
        Status = outcome;
        ChangedAt = now;
    }

    private void Advance(DateTimeOffset now)
    {
        Sequence++;
        ChangedAt = now;
    }
}
