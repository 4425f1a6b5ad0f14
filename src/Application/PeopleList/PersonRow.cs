using Champions.Domain.Staff;

namespace Champions.Application.PeopleList;

/// <summary>Somebody in the list of people.</summary>
public sealed record PersonRow
{
    public Guid Id { get; init; }

    public string Name { get; init; } = "";

    public string Email { get; init; } = "";

    public StaffGroup StaffGroup { get; init; }

    /// <summary>Null for those without a ward.</summary>
    public string? Ward { get; init; }

    public string Trust { get; init; } = "";

    /// <summary>Of the account; null without one.</summary>
    public Roles? AccountRoles { get; init; }

    /// <summary>Active or paused.</summary>
    public bool IsChampion { get; init; }

    public bool IsDisabled { get; init; }

    public DateOnly? LeftOn { get; init; }

    /// <summary>The address is gone with the name.</summary>
    public bool IsAnonymised { get; init; }

    /// <summary>Null for never.</summary>
    public DateTimeOffset? LastLogIn { get; init; }

    public Roles Roles => (AccountRoles ?? Roles.Staff) | (IsChampion ? Roles.Champion : Roles.None);

    public PersonState State => LeftOn is not null ? PersonState.Left : IsDisabled ? PersonState.Disabled : PersonState.Active;
}
