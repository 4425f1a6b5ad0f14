using Champions.Domain.Common;

namespace Champions.Domain.Accounts;

public static class SingleSignOnErrors
{
    public static readonly Error NotFound = Error.NotFound("SingleSignOn.NotFound", "We could not find this way to log in.");

    public static readonly Error NameNotUsable =
        Error.Invalid("SingleSignOn.Name", $"Enter a name of up to {SingleSignOn.NameMax} characters, for example Trust account.");

    public static readonly Error IssuerNotUsable = Error.Invalid(
        "SingleSignOn.Issuer", "Enter the issuer's address, starting with https://, for example https://login.example.nhs.uk/trust.");

    public static readonly Error ClientIdNotUsable =
        Error.Invalid("SingleSignOn.ClientId", "Enter the client ID that the identity provider gave you.");

    public static readonly Error AcrTooLong =
        Error.Invalid("SingleSignOn.Acr", $"Enter an authentication context of up to {SingleSignOn.AcrMax} characters.");

    public static readonly Error Changed = Error.Conflict(
        "SingleSignOn.Changed", "Somebody else changed this provider while you had the page open. Check how it stands now, then save again.");

    public static readonly Error OnlyAdministrators =
        Error.Forbidden("SingleSignOn.OnlyAdministrators", "Only an administrator sets up single sign-on.");

    /// <summary>The provider's account is somebody's, but not somebody of this trust who may come in.</summary>
    public static readonly Error NotYours = Error.Invalid(
        "SingleSignOn.NotYours", "This account cannot be used to log in here. Log in with your work email instead, or ask your coordinator.");
}
