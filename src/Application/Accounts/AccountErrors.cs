using Champions.Application.Passwords;
using Champions.Domain.Common;

namespace Champions.Application.Accounts;

public static class AccountErrors
{
    /// <summary>The same words for an unknown address and a wrong password.</summary>
    public static readonly Error WrongPassword = Error.Invalid(
        "Account.WrongPassword", "The email address or password is not right. Check both and try again.");

    /// <summary>Only whoever knows the password reads this, and it lets them in nowhere.</summary>
    public static readonly Error PasswordTooShortAlone = Error.Invalid(
        "Account.PasswordTooShortAlone",
        $"This password is too short now that you log in without a second step. Log in with a code by email, then set one of at least {PasswordRules.LeastAlone} characters.");

    public static readonly Error Closed = Error.Invalid(
        "Account.Closed", "This account cannot be used. Ask your coordinator.");

    public static readonly Error EmailTaken = Error.Conflict("Account.EmailTaken", "Somebody with this email address is already in Champions.");

    public static readonly Error Busy = Error.TooMany(
        "Account.Busy", "Many people are logging in at this moment. Wait half a minute and try again.") with { Wait = TimeSpan.FromSeconds(30) };

    /// <summary>One answer for a code that is wrong, too old or used before: a guesser learns nothing.</summary>
    public static readonly Error WrongCode = Error.Invalid(
        "Account.WrongCode", "This code is not right or was used before. Wait for the next code in your app and enter that one.");

    public static readonly Error NotFresh = Error.Forbidden("Account.NotFresh", "Show again that it is you, then try again.");

    public static readonly Error SetUpTooOld = Error.Invalid(
        "Account.SetUpTooOld", "This page was open for too long. Scan the new picture below and enter the code from your app.");

    public static readonly Error MustKeepSecondFactor = Error.Conflict(
        "Account.MustKeepSecondFactor", "Your role needs a second step to log in. Add a passkey first if you want to stop using the app.");

    /// <summary>For somebody who has one already, and so cannot set up the first at the door.</summary>
    public static readonly Error HasSecondFactor = Error.Conflict(
        "Account.HasSecondFactor", "This account has a second step already. Log in again and use that one.");

    /// <summary>One answer for a link that is unknown, used or too old.</summary>
    public static readonly Error LinkOver = Error.NotFound("Account.LinkOver", "This link was used before or is too old.");

    public static readonly Error PasswordTooLong = Error.Invalid("Account.PasswordTooLong", $"Use a password of up to {PasswordRules.Most} characters.");

    public static readonly Error PasswordForeseeable = Error.Invalid(
        "Account.PasswordForeseeable", "This password is easy to guess, because it repeats itself or follows a row of keys. Use words that do not belong together.");

    public static readonly Error PasswordCommon = Error.Invalid(
        "Account.PasswordCommon", "Many people use this password, so it is easy to guess. Use words that do not belong together.");

    public static readonly Error WrongSetUpCode = Error.Invalid(
        "Account.WrongSetUpCode", "This is not the set-up code. It stands on the console of the running program, which prints a new one at each start.");

    /// <summary>For somebody who came too late: from then on the page does not exist.</summary>
    public static readonly Error AlreadySetUp = Error.NotFound("Account.AlreadySetUp", "Champions has an administrator already.");

    public static Error PasswordTooShort(int least) => Error.Invalid("Account.PasswordTooShort", $"Use a password of at least {least} characters.");

    public static Error PasswordHasKnownWord(string word) => Error.Invalid(
        "Account.PasswordHasKnownWord", $"Leave \"{word}\" out of your password. Names, addresses and words from work are guessed first.");

    public static Error TooManyTries(TimeSpan wait) => Error.TooMany(
        "Account.TooManyTries",
        wait <= TimeSpan.FromMinutes(1)
            ? "There were too many wrong tries. Wait a minute and try again, or log in another way."
            : $"There were too many wrong tries. Wait {Math.Ceiling(wait.TotalMinutes):0} minutes and try again, or log in another way.") with { Wait = wait };
}
