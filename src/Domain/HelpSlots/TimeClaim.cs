namespace Champions.Domain.HelpSlots;

/// <summary>
/// Five minutes of one person's time. The key is person and quantum, so the database cannot hold the same five minutes of
/// one person twice, whoever races.
/// </summary>
public sealed class TimeClaim
{
    public const int MinutesPerQuantum = 5;

    private TimeClaim()
    {
    }

    public StaffMemberId PersonId { get; private set; }

    /// <summary>UTC minutes since 1970 divided by five.</summary>
    public int Quantum { get; private set; }

    /// <summary>The offered slot that takes the champion's time; null when a booking takes it.</summary>
    public HelpSlotId? HelpSlotId { get; private set; }

    /// <summary>The booking that takes the booker's time; null when a slot takes it.</summary>
    public BookingId? BookingId { get; private set; }

    /// <summary>The five minutes that an instant lies in.</summary>
    public static int QuantumOf(DateTimeOffset instant) => (int)(instant.ToUnixTimeSeconds() / 60 / MinutesPerQuantum);

    internal static IEnumerable<TimeClaim> For(StaffMemberId person, HelpSlot slot) =>
        slot.Quanta().Select(q => new TimeClaim { PersonId = person, Quantum = q, HelpSlotId = slot.Id });

    internal static TimeClaim For(StaffMemberId person, int quantum, BookingId booking) =>
        new() { PersonId = person, Quantum = quantum, BookingId = booking };
}
