using Champions.Domain.Common;

namespace Champions.Application.Accounts;

public static class AccountErrors
{
    /// <summary>The same words for an unknown address and a wrong password.</summary>
    public static readonly Error WrongPassword = Error.Invalid(
        "Account.WrongPassword", "The email address or password is not right. Check both and try again.");

    public static readonly Error Closed = Error.Invalid(
        "Account.Closed", "This account cannot be used. Ask your coordinator.");

    public static readonly Error EmailTaken = Error.Conflict("Account.EmailTaken", "Somebody with this email address is already in Champions.");

    public static readonly Error Busy = Error.TooMany(
        "Account.Busy", "Many people are logging in at this moment. Wait half a minute and try again.");

    public static Error PasswordTooShort(int least) => Error.Invalid("Account.PasswordTooShort", $"Use a password of at least {least} characters.");
}
