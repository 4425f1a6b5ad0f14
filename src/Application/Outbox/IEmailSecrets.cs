namespace Champions.Application.Outbox;

/// <summary>
/// Keeps codes and links that let their reader in unreadable while their email waits in the database. Opened only when the email leaves;
/// wiped once it has left or will never leave.
/// </summary>
public interface IEmailSecrets
{
    string Seal(string data);

    /// <exception cref="System.Security.Cryptography.CryptographicException">This installation has not sealed it, or it was changed.</exception>
    string Open(string sealedData);
}
