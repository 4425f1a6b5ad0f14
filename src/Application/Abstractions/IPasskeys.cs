using Champions.Application.Accounts;

namespace Champions.Application.Abstractions;

/// <summary>Asks browsers to make passkeys and to sign with them, and checks what they answer (WebAuthn).</summary>
public interface IPasskeys
{
    /// <summary>Asks for a new passkey of this account, on a device that has none of it yet.</summary>
    Task<PasskeyQuestion> AskForNewAsync(AccountId owner, CancellationToken cancellationToken);

    /// <summary>Asks for a signature by a passkey of this account; by any passkey when there is none.</summary>
    Task<PasskeyQuestion> AskAsync(AccountId? owner, CancellationToken cancellationToken);

    /// <summary>The new passkey, without a name and not stored yet; null when the answer is not right.</summary>
    Task<Passkey?> CheckNewAsync(PasskeyAnswer answer, DateTimeOffset now);

    /// <summary>Whose passkey signed; null when the answer is not right.</summary>
    Task<SignedByPasskey?> CheckAsync(PasskeyAnswer answer);
}
