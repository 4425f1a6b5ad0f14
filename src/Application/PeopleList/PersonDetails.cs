using Champions.Domain.Champions;
using Champions.Domain.Common;
using Champions.Domain.Staff;

namespace Champions.Application.PeopleList;

/// <summary>Somebody on the list of people, with what was done to them lately.</summary>
public sealed record PersonDetails
{
    public required PersonHeading Person { get; init; }

    /// <summary>Devices on which the person is logged in now.</summary>
    public required int Devices { get; init; }

    /// <summary>What was done to the person lately, newest first.</summary>
    public required IReadOnlyList<HistoryRow> History { get; init; }

    /// <summary>What the person changed lately, newest first.</summary>
    public required IReadOnlyList<HistoryRow> Deeds { get; init; }

    public required SecondFactors SecondFactors { get; init; }

    /// <summary>The rule that keeps the reader from changing this person, or null.</summary>
    public required Error? MayNotChange { get; init; }
}

/// <summary>Who somebody is and what they may do.</summary>
public sealed record PersonHeading
{
    public required StaffMemberId Id { get; init; }

    public required TrustId TrustId { get; init; }

    /// <summary>Grows with every correction.</summary>
    public required int Version { get; init; }

    public required string Name { get; init; }

    public required string Email { get; init; }

    public required StaffGroup StaffGroup { get; init; }

    public required WardId? WardId { get; init; }

    public required string? Ward { get; init; }

    public required string Trust { get; init; }

    public required DateOnly? LeftOn { get; init; }

    public required bool IsAnonymised { get; init; }

    /// <summary>Null without an account.</summary>
    public required AccountId? AccountId { get; init; }

    public required Roles? AccountRoles { get; init; }

    public required bool IsDisabled { get; init; }

    public required ChampionId? ChampionId { get; init; }

    /// <summary>Null for somebody who never was a champion.</summary>
    public required ChampionStatus? ChampionStatus { get; init; }

    /// <summary>Null for never.</summary>
    public required DateTimeOffset? LastLogIn { get; init; }

    /// <summary>Without that of a champion.</summary>
    public Roles HeldRoles => AccountRoles ?? Domain.Accounts.Roles.Staff;

    public bool IsChampion => ChampionStatus is Domain.Champions.ChampionStatus.Active or Domain.Champions.ChampionStatus.Paused;

    public Roles Roles => HeldRoles | (IsChampion ? Domain.Accounts.Roles.Champion : Domain.Accounts.Roles.None);

    public PersonState State => LeftOn is not null ? PersonState.Left : IsDisabled ? PersonState.Disabled : PersonState.Active;
}

/// <summary>One row of the audit trail about a person.</summary>
/// <param name="At">When.</param>
/// <param name="By">Name of who did it; null for the system, or for somebody at the door.</param>
/// <param name="Entity">Kind of row.</param>
/// <param name="Action">Added, Changed or Removed.</param>
/// <param name="Changes">JSON of what changed.</param>
public sealed record HistoryRow(DateTimeOffset At, string? By, string Entity, string Action, string Changes);

/// <summary>What somebody has that counts, or may count, as a second factor.</summary>
public sealed record SecondFactors(bool HasAuthenticator, int Passkeys, int SingleSignOns)
{
    public bool Any => HasAuthenticator || Passkeys + SingleSignOns > 0;
}
