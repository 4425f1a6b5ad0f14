using Champions.Domain.Common;

namespace Champions.Domain.HelpSlots;

/// <summary>A time a champion offers, with the places taken in it and the time it claims.</summary>
public sealed class HelpSlot : Aggregate<HelpSlotId>, ITrustOwned
{
    public const int MinMinutes = 10;
    public const int MaxMinutes = 240;
    public const int MaxCapacity = 50;
    public const int HorizonWeeks = 26;

    /// <summary>Most weeks that can be offered in one go.</summary>
    public const int MaxSeriesWeeks = 12;

    public const int PlaceMax = 80;
    public const int ReasonMax = 200;

    private readonly List<Booking> bookings = [];
    private readonly List<TimeClaim> claims = [];

    private HelpSlot()
    {
    }

    public TrustId TrustId { get; private set; }

    public ChampionId ChampionId { get; private set; }

    /// <summary>The champion as a person, whose time the slot claims.</summary>
    public StaffMemberId PersonId { get; private set; }

    public DateTimeOffset StartsAt { get; private set; }

    public int Minutes { get; private set; }

    public DateTimeOffset EndsAt => StartsAt.AddMinutes(Minutes);

    public SupportMode Mode { get; private set; }

    public WardId? WardId { get; private set; }

    public string? Place { get; private set; }

    public int Capacity { get; private set; }

    /// <summary>The form it was offered with; the same for all times of one offer.</summary>
    public Guid? SeriesId { get; private set; }

    public HelpSlotStatus Status { get; private set; }

    public string? CancelReason { get; private set; }

    /// <summary>Every booking there ever was, cancelled ones too.</summary>
    public IReadOnlyList<Booking> Bookings => bookings;

    public IReadOnlyList<TimeClaim> Claims => claims;

    public int SeatsTaken => bookings.Count(b => b.IsLive);

    /// <summary>Offers a time and claims the champion's minutes for it.</summary>
    public static Result<HelpSlot> Offer(TrustId trust, ChampionId champion, StaffMemberId person, HelpSlotOffer offer, DateTimeOffset now)
    {
        var place = Text.Tidy(offer.Place);
        if (Check(offer, place, now) is { } error)
        {
            return error;
        }

        var slot = new HelpSlot
        {
            Id = Common.Id.New<HelpSlotId>(now),
            TrustId = trust,
            ChampionId = champion,
            PersonId = person,
            StartsAt = offer.StartsAt.ToUniversalTime(),
            Minutes = offer.Minutes,
            Mode = offer.Mode,
            WardId = offer.Ward,
            Place = place,
            Capacity = offer.Capacity,
            SeriesId = offer.SeriesId,
        };
        slot.claims.AddRange(TimeClaim.For(person, slot));
        return slot;
    }

    /// <summary>Takes the lowest free place for a person and claims their minutes.</summary>
    public Result<Booking> Book(StaffMemberId person, BookingRequest request, DateTimeOffset now)
    {
        if (CanTake(person, now) is { } error)
        {
            return error;
        }

        var textError = FreeText.Check(Text.Tidy(request.Topic), Booking.TopicMax, "What you need help with")
            ?? FreeText.Check(Text.Tidy(request.Note), FreeText.NoteMax, "The note");
        if (textError is not null)
        {
            return textError;
        }

        var booking = new Booking(TrustId, this, LowestFreeSeat(), person, request, now);
        bookings.Add(booking);
        Touch();
        Raise(new BookingMade(TrustId, Id, booking.Id));
        return booking;
    }

    /// <summary>Gives a place back. Who is told follows from <paramref name="byChampion"/>.</summary>
    public Result CancelBooking(BookingId id, bool byChampion, string? reason, DateTimeOffset now)
    {
        var booking = bookings.Find(b => b.Id == id);
        if (booking is null)
        {
            return HelpSlotErrors.BookingNotFound;
        }

        if (!booking.IsLive)
        {
            return HelpSlotErrors.BookingClosed;
        }

        if (StartsAt <= now)
        {
            return BookingErrors.Started;
        }

        var tidy = Text.Tidy(reason);
        if (FreeText.Check(tidy, ReasonMax, "The reason") is { } error)
        {
            return error;
        }

        booking.Cancel(byChampion, tidy, now);
        Touch();
        Raise(new BookingCancelled(TrustId, Id, id, byChampion));
        return Result.Success;
    }

    /// <summary>Withdraws the time: every live booking is cancelled by the champion and all claimed time is given back.</summary>
    public Result Cancel(string? reason, DateTimeOffset now)
    {
        if (Status == HelpSlotStatus.Cancelled)
        {
            return HelpSlotErrors.AlreadyCancelled;
        }

        if (StartsAt <= now)
        {
            return HelpSlotErrors.TooLateToCancel;
        }

        var tidy = Text.Tidy(reason);
        if (FreeText.Check(tidy, ReasonMax, "The reason") is { } error)
        {
            return error;
        }

        foreach (var booking in bookings.Where(b => b.IsLive))
        {
            booking.Cancel(byChampion: true, tidy, now);
            Raise(new BookingCancelled(TrustId, Id, booking.Id, ByChampion: true));
        }

        claims.Clear();
        Status = HelpSlotStatus.Cancelled;
        CancelReason = tidy;
        Touch();
        return Result.Success;
    }

    /// <summary>Moves a booking into another slot; it keeps its id and its place in people's calendars.</summary>
    public Result<Booking> MoveBooking(BookingId id, HelpSlot to, DateTimeOffset now)
    {
        var booking = bookings.Find(b => b.Id == id);
        if (booking is null)
        {
            return HelpSlotErrors.BookingNotFound;
        }

        if (!booking.IsLive)
        {
            return HelpSlotErrors.BookingClosed;
        }

        if (StartsAt <= now)
        {
            return BookingErrors.Started;
        }

        if (to.Id == Id)
        {
            return HelpSlotErrors.SameSlot;
        }

        if (to.CanTake(booking.BookedById, now) is { } error)
        {
            return error;
        }

        bookings.Remove(booking);
        booking.MoveTo(to, to.LowestFreeSeat(), now);
        to.bookings.Add(booking);
        Touch();
        to.Touch();
        to.Raise(new BookingMoved(TrustId, to.Id, booking.Id, Id));
        return booking;
    }

    /// <summary>Says what became of a booking once its time has come.</summary>
    /// <param name="id">A booking of this slot.</param>
    /// <param name="outcome">Who came; <see cref="BookingStatus.Booked"/> takes an earlier answer back.</param>
    /// <param name="now">Instant of the command.</param>
    public Result RecordAttendance(BookingId id, BookingStatus outcome, DateTimeOffset now)
    {
        if (outcome is BookingStatus.CancelledByStaff or BookingStatus.CancelledByChampion)
        {
            throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "Cancelling has methods of its own, which give the claimed time back.");
        }

        var booking = bookings.Find(b => b.Id == id);
        if (booking is null)
        {
            return HelpSlotErrors.BookingNotFound;
        }

        if (StartsAt > now)
        {
            return HelpSlotErrors.NotYetStarted;
        }

        if (booking.Status is BookingStatus.CancelledByStaff or BookingStatus.CancelledByChampion)
        {
            return HelpSlotErrors.BookingClosed;
        }

        booking.Close(outcome, now);
        Touch();
        return Result.Success;
    }

    /// <summary>The five-minute units the slot covers.</summary>
    internal IEnumerable<int> Quanta() => Enumerable.Range(TimeClaim.QuantumOf(StartsAt), Minutes / TimeClaim.MinutesPerQuantum);

    private static Error? Check(HelpSlotOffer offer, string? place, DateTimeOffset now) => offer switch
    {
        { Minutes: < MinMinutes or > MaxMinutes } => HelpSlotErrors.Length,
        _ when offer.Minutes % TimeClaim.MinutesPerQuantum != 0 => HelpSlotErrors.Length,
        { Capacity: < 1 or > MaxCapacity } => HelpSlotErrors.Capacity,
        _ when offer.StartsAt <= now => HelpSlotErrors.StartsInPast,
        _ when offer.StartsAt > now.AddDays(HorizonWeeks * 7) => HelpSlotErrors.StartsTooLate,
        _ when offer.StartsAt.UtcTicks % TimeSpan.FromMinutes(TimeClaim.MinutesPerQuantum).Ticks != 0 => HelpSlotErrors.StartsOffGrid,
        { Mode: SupportMode.ChatOrEmail } => HelpSlotErrors.ModeNotOffered,
        { Mode: SupportMode.InPersonOnWard, Ward: null } => HelpSlotErrors.WardNeeded,
        { Mode: SupportMode.InPersonElsewhere } when place is null => HelpSlotErrors.PlaceNeeded,
        { Mode: SupportMode.DropIn or SupportMode.Group, Ward: null } when place is null => HelpSlotErrors.PlaceNeeded,
        _ when !Enum.IsDefined(offer.Mode) => HelpSlotErrors.ModeNotOffered,
        _ => FreeText.Check(place, PlaceMax, "The place"),
    };

    private Error? CanTake(StaffMemberId person, DateTimeOffset now) => this switch
    {
        { Status: HelpSlotStatus.Cancelled } => HelpSlotErrors.Cancelled,
        _ when StartsAt <= now => HelpSlotErrors.Started,
        _ when PersonId == person => HelpSlotErrors.OwnSlot,
        _ when bookings.Any(b => b.IsLive && b.BookedById == person) => HelpSlotErrors.AlreadyBooked,
        _ when SeatsTaken >= Capacity => HelpSlotErrors.AlreadyTaken,
        _ => null,
    };

    private int LowestFreeSeat() =>
        Enumerable.Range(1, Capacity).First(seat => bookings.TrueForAll(b => !b.IsLive || b.Seat != seat));
}
