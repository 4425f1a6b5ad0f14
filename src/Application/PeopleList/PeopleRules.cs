using Champions.Application.Abstractions;
using Champions.Domain.Common;

namespace Champions.Application.PeopleList;

/// <summary>
/// The one place for who may change whom: coordinators and administrators, people whose role is below their own, never themselves, and only
/// with a second factor given lately. Which trusts they reach is the affair of <see cref="IPeopleInReach"/>.
/// </summary>
public static class PeopleRules
{
    /// <summary>The rule that keeps somebody from looking at the list of people, or null.</summary>
    public static Error? CheckLook(Actor actor) => actor.Is(Ranks.LookAfterPeople) ? null : PeopleErrors.NotAllowed;

    /// <summary>The rule that keeps somebody from changing a person, whenever they gave their second factor; or null.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="person">Whom it is about.</param>
    /// <param name="roles">The roles that person holds.</param>
    public static Error? CheckWhom(Actor actor, StaffMemberId person, Roles roles) => CheckLook(actor) ?? actor switch
    {
        _ when person != default && person == actor.PersonId => PeopleErrors.Oneself,
        _ when !actor.Roles.IsAbove(roles) => PeopleErrors.NotBelow,
        _ => null,
    };

    /// <summary>The rule that stops a change, or null.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="person">Whom it is about.</param>
    /// <param name="roles">The roles that person holds.</param>
    /// <param name="now">Instant of the command.</param>
    public static Error? CheckChange(Actor actor, StaffMemberId person, Roles roles, DateTimeOffset now) =>
        CheckWhom(actor, person, roles) ?? CheckFresh(actor, now);

    /// <summary>The rule that stops a change of roles, or null.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="roles">Roles that would be given or taken.</param>
    public static Error? CheckRoles(Actor actor, Roles roles) =>
        (roles & ~actor.Roles.MayGive()) == Roles.None ? null : PeopleErrors.RoleNotBelow;

    public static Error? CheckFresh(Actor actor, DateTimeOffset now) =>
        actor.HasFreshSecondFactor(now) ? null : PeopleErrors.NeedsSecondFactor;
}
