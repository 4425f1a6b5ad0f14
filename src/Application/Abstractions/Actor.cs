namespace Champions.Application.Abstractions;

/// <summary>Who gives a command, with the rights they hold at this moment.</summary>
/// <param name="PersonId">The staff member; empty for an administrator who works for no trust.</param>
/// <param name="TrustId">The one trust whose rows they may touch; empty (matches no row) for an administrator.</param>
/// <param name="ChampionId">Set while the person is a champion, active or paused.</param>
/// <param name="Roles">Read from the database on this request.</param>
public sealed record Actor(StaffMemberId PersonId, TrustId TrustId, ChampionId? ChampionId, Roles Roles)
{
    public bool Is(Roles role) => (Roles & role) != Roles.None;

    public bool IsCoordinator => Is(Roles.Coordinator);
}
