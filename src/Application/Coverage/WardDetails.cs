using Champions.Domain.Champions;
using Champions.Domain.Staff;

namespace Champions.Application.Coverage;

/// <summary>A ward with its people, its last sessions and its bookings to come.</summary>
/// <param name="Ward">Which ward.</param>
/// <param name="People">Every assignment there ever was, newest start first.</param>
/// <param name="Sessions">The last ones logged for the ward.</param>
/// <param name="Bookings">The next ones that take place on the ward.</param>
/// <param name="BookingsToCome">How many there are in all.</param>
/// <param name="Today">The UK day all of it was read on.</param>
public sealed record WardDetails(
    WardHeading Ward,
    IReadOnlyList<WardPerson> People,
    IReadOnlyList<WardSession> Sessions,
    IReadOnlyList<WardBooking> Bookings,
    int BookingsToCome,
    DateOnly Today)
{
    public IEnumerable<WardPerson> Current => People.Where(p => p.Stands(Today) == AssignmentStand.Current).OrderBy(p => p.From);

    public IEnumerable<WardPerson> ToCome => People.Where(p => p.Stands(Today) == AssignmentStand.ToCome).OrderBy(p => p.From);

    public IEnumerable<WardPerson> Past => People.Where(p => p.Stands(Today) is AssignmentStand.Past or AssignmentStand.CalledOff);

    public Cover Cover => Covers.Of(Current.Count(p => p.Status == ChampionStatus.Active));
}

/// <summary>Name and place of a ward.</summary>
public sealed record WardHeading(Guid Id, string Code, string Name, string Specialty, Guid SiteId, string Site, DateOnly? ClosedOn);

/// <summary>Somebody who looks, looked or will look after a ward.</summary>
public sealed class WardPerson
{
    public required Guid AssignmentId { get; init; }

    public required Guid ChampionId { get; init; }

    public required string Name { get; init; }

    public required StaffGroup StaffGroup { get; init; }

    public required ChampionStatus Status { get; init; }

    public required DateOnly From { get; init; }

    public required DateOnly? Until { get; init; }

    /// <summary>Names of the systems they know.</summary>
    public required IReadOnlyList<string> Systems { get; init; }

    public AssignmentStand Stands(DateOnly today) => AssignmentStands.Of(From, Until, today);
}

/// <summary>Help that was given on a ward.</summary>
public sealed record WardSession(Guid Id, DateOnly OccurredOn, ChampionId ChampionId, string Champion, string? System, int People, int Minutes);

/// <summary>A booking to come on a ward.</summary>
/// <param name="Id">The booking.</param>
/// <param name="StartsAt">When.</param>
/// <param name="Minutes">How long.</param>
/// <param name="ChampionId">Whose time it is.</param>
/// <param name="Champion">Their name.</param>
/// <param name="BookedBy">Who booked; null for somebody who may not know.</param>
public sealed record WardBooking(Guid Id, DateTimeOffset StartsAt, int Minutes, ChampionId ChampionId, string Champion, string? BookedBy);
