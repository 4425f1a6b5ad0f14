namespace Champions.Application.Abstractions;

/// <summary>Who gives a command, with the rights they hold at this moment.</summary>
/// <param name="PersonId">The staff member; empty for an administrator who works for no trust.</param>
/// <param name="TrustId">The one trust whose rows they may touch; empty (matches no row) for an administrator.</param>
/// <param name="ChampionId">Set while the person is a champion, active or paused.</param>
/// <param name="Roles">Read from the database on this request.</param>
public sealed record Actor(StaffMemberId PersonId, TrustId TrustId, ChampionId? ChampionId, Roles Roles)
{
    /// <summary>The account they came in with; empty for the system itself.</summary>
    public AccountId AccountId { get; init; }

    /// <summary>The session of the request; empty outside requests.</summary>
    public AccountSessionId SessionId { get; init; }

    /// <summary>The account's <see cref="Account.SessionGeneration"/> that the session of the request belongs to.</summary>
    public int Generation { get; init; }

    /// <summary>When they last proved who they are; null outside requests.</summary>
    public DateTimeOffset? ProvedAt { get; init; }

    /// <summary>When they last gave a second factor; null for never.</summary>
    public DateTimeOffset? SecondFactorAt { get; init; }

    /// <summary>May do what needs a fresh sign-in, such as adding a passkey.</summary>
    public bool HasJustProved(DateTimeOffset now) => now - ProvedAt < AccountSession.Fresh;

    /// <summary>May do what needs a fresh second factor, such as giving roles.</summary>
    public bool HasFreshSecondFactor(DateTimeOffset now) => now - SecondFactorAt < AccountSession.Fresh;

    public bool Is(Roles role) => (Roles & role) != Roles.None;

    public bool IsCoordinator => Is(Roles.Coordinator);
}
