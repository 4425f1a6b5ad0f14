using Champions.Domain.Common;

namespace Champions.Domain.Accounts;

public static class PasskeyErrors
{
    public static readonly Error NotFound = Error.NotFound("Passkey.NotFound", "We could not find this passkey.");

    public static readonly Error NameMissing = Error.Invalid("Passkey.NameMissing", "Enter a name, for example My phone.");

    /// <summary>The same words whatever was wrong: a stranger learns nothing from them.</summary>
    public static readonly Error NotAccepted = Error.Invalid(
        "Passkey.NotAccepted", "This passkey did not work here. Try again, or log in another way.");

    public static readonly Error NotMade = Error.Invalid("Passkey.NotMade", "The passkey could not be added. Try again.");

    public static readonly Error Enough = Error.Conflict(
        "Passkey.Enough", $"You have {Passkey.Most} passkeys, the most an account can have. Remove one first.");

    public static readonly Error LastSecondFactor = Error.Conflict(
        "Passkey.LastSecondFactor", "Your role needs a second step to log in, and this passkey is your only one. Add another passkey or an authenticator app first.");
}
