using Champions.Domain.Common;

namespace Champions.Application.PeopleList;

public static class PeopleErrors
{
    public static readonly Error NotAllowed = Error.Forbidden(
        "People.NotAllowed", "Only a coordinator of the trust, or the administrator, looks after the list of people.");

    public static readonly Error Oneself = Error.Forbidden(
        "People.Oneself", "You cannot change your own roles or access. Ask another coordinator or the administrator.");

    public static readonly Error NotBelow = Error.Forbidden(
        "People.NotBelow", "You can only change people whose role is below yours. Ask the administrator.");

    public static readonly Error RoleNotBelow = Error.Forbidden(
        "People.RoleNotBelow", "You can only give and take roles below your own. Ask the administrator.");

    /// <summary>Answered by the page that asks for the second factor again.</summary>
    public static readonly Error NeedsSecondFactor = Error.Forbidden(
        "People.NeedsSecondFactor", "Changing what people may do needs a second factor given in the last 15 minutes.");

    /// <summary>One answer for an address of another trust and for one that is in use there: it does not tell whether there is such a person.</summary>
    public static readonly Error AddressElsewhere = Error.Conflict(
        "People.AddressElsewhere", "This email address cannot be used in this trust. Check it. If it is right, ask the administrator.");

    public static readonly Error Changed = Error.Conflict(
        "People.Changed", "Somebody else changed this person while you had the page open. Check how it stands now, then save again.");

    public static readonly Error Left = Error.Conflict("People.Left", "This person has left the trust. Bring them back first.");

    public static readonly Error NotLeft = Error.Conflict(
        "People.NotLeft", "This person still works for the trust. Mark them as left first, then take the name away.");

    public static readonly Error Anonymised = Error.Conflict(
        "People.Anonymised", "The name of this person was taken away for good. Nothing about them can be changed.");

    public static readonly Error OnlyAdministrators = Error.Forbidden("People.OnlyAdministrators", "Only an administrator may do this.");

    public static readonly Error AdministratorNotFound = Error.NotFound("People.AdministratorNotFound", "We could not find this administrator.");

    public static readonly Error TrustNotFound = Error.NotFound("People.TrustNotFound", "We could not find this trust.");

    public static readonly Error WardNotFound = Error.Invalid("People.Ward", "Choose a ward from the list.");

    public static readonly Error SystemNotFound = Error.Invalid("People.System", "Choose systems from the list.");

    public static Error AlreadyHere(string name) => Error.Conflict("People.AlreadyHere", $"{name} already has this email address.");
}
