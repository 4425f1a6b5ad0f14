using Champions.Application.Entering;
using Champions.Application.Outbox;

namespace Champions.Application.Accounts;

/// <summary>Codes that nobody can read again once they were shown.</summary>
public sealed record NewRecoveryCodes(IReadOnlyList<string> Codes)
{
    public static NewRecoveryCodes Make() => new(RecoveryCodes.Make(Account.RecoveryCodeCount));

    internal IEnumerable<byte[]> Hashes => Codes.Select(code => RecoveryCodes.HashOf(code)!);
}

/// <summary>Taking an authenticator app into use is the same at the door and from inside.</summary>
internal static class NewAuthenticator
{
    /// <summary>Six digits without the blank that apps show in the middle.</summary>
    public static string DigitsOf(string typed) => string.Concat(typed.Where(c => !char.IsWhiteSpace(c)));

    /// <returns>The email that tells of it, to be stored with the account.</returns>
    public static OutboxEmail TakeIntoUse(
        this Account account, (string StoredKey, long Step) confirmed, NewRecoveryCodes codes, AccountEmails emails, string device)
    {
        var happened = account.HasAuthenticator
            ? "Another authenticator app was set up in place of the one before."
            : "An authenticator app was set up.";
        account.UseAuthenticator(confirmed.StoredKey, confirmed.Step, codes.Hashes);

        // Whoever came in without it comes in again with it
        account.EndSessions();
        return emails.Changed(account, happened, device);
    }
}
