using Champions.Application.Coverage;
using Champions.Domain.Champions;
using Champions.Domain.HelpSlots;
using Champions.Domain.Staff;

namespace Champions.Application.People;

/// <summary>A champion with what they know, do and have promised.</summary>
/// <param name="Champion">Who.</param>
/// <param name="Systems">Names of the systems they know.</param>
/// <param name="Wards">Every assignment there ever was, newest start first.</param>
/// <param name="Sessions">The last ones they logged.</param>
/// <param name="Slots">The next times they offer.</param>
/// <param name="OpenFollowUps">Promises to keep.</param>
/// <param name="OverdueFollowUps">Those of them whose day has passed.</param>
/// <param name="Today">The UK day all of it was read on.</param>
public sealed record ChampionDetails(
    ChampionHeading Champion,
    IReadOnlyList<string> Systems,
    IReadOnlyList<ChampionWard> Wards,
    IReadOnlyList<ChampionSession> Sessions,
    IReadOnlyList<ChampionSlot> Slots,
    int OpenFollowUps,
    int OverdueFollowUps,
    DateOnly Today)
{
    public IEnumerable<ChampionWard> Current => Wards.Where(w => w.Stands(Today) == AssignmentStand.Current).OrderBy(w => w.Name);

    public IEnumerable<ChampionWard> ToCome => Wards.Where(w => w.Stands(Today) == AssignmentStand.ToCome).OrderBy(w => w.From);

    public IEnumerable<ChampionWard> Past => Wards.Where(w => w.Stands(Today) is AssignmentStand.Past or AssignmentStand.CalledOff);
}

/// <param name="Id">The champion.</param>
/// <param name="Name">Full name.</param>
/// <param name="Email">Work address.</param>
/// <param name="StaffGroup">Job group.</param>
/// <param name="WorksOn">Ward they work on, if any.</param>
/// <param name="Site">Site of that ward.</param>
/// <param name="Status">Where the role stands.</param>
/// <param name="AgreedOn">Since when.</param>
public sealed record ChampionHeading(
    Guid Id, string Name, string Email, StaffGroup StaffGroup, string? WorksOn, string? Site, ChampionStatus Status, DateOnly AgreedOn);

/// <summary>A ward that a champion looks, looked or will look after.</summary>
public sealed record ChampionWard(Guid WardId, string Name, string Site, DateOnly From, DateOnly? Until)
{
    public AssignmentStand Stands(DateOnly today) => AssignmentStands.Of(From, Until, today);
}

/// <summary>Help that a champion gave.</summary>
public sealed record ChampionSession(Guid Id, DateOnly OccurredOn, string? Ward, string? System, int People, int Minutes);

/// <summary>A time that a champion offers.</summary>
public sealed record ChampionSlot(
    Guid Id, DateTimeOffset StartsAt, int Minutes, SupportMode Mode, string? Ward, string? Site, string? Place, int Taken, int Capacity);
