using Champions.Application.Abstractions;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Champions.Infrastructure.Identity;

/// <summary>
/// Lets the framework's passkey handler read our accounts and passkeys. It only reads: what changes is changed by the use cases, with
/// their checks and audit rows.
/// </summary>
internal sealed class PasskeyStore(IChampionsDb db, IAccountsOfAllTrusts accounts) : IUserPasskeyStore<Account>
{
    /// <summary>What the device keeps beside the key; it tells nothing about the person.</summary>
    public static string HandleOf(AccountId account) => account.Value.ToString("N");

    public Task<string> GetUserIdAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(HandleOf(user.Id));

    public Task<string?> GetUserNameAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Email);

    public Task<string?> GetNormalizedUserNameAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.NormalisedEmail);

    public async Task<Account?> FindByIdAsync(string userId, CancellationToken cancellationToken)
    {
        if (!Guid.TryParseExact(userId, "N", out var value))
        {
            return null;
        }

        var id = new AccountId(value);
        return await accounts.Accounts.AsNoTracking().FirstOrDefaultAsync(a => a.Id == id, cancellationToken);
    }

    public async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(Account user, CancellationToken cancellationToken) =>
        [.. (await db.Passkeys.AsNoTracking().Where(p => p.AccountId == user.Id).ToListAsync(cancellationToken)).Select(Info)];

    public async Task<UserPasskeyInfo?> FindPasskeyAsync(Account user, byte[] credentialId, CancellationToken cancellationToken) =>
        await db.Passkeys.AsNoTracking().FirstOrDefaultAsync(p => p.CredentialId == credentialId && p.AccountId == user.Id, cancellationToken) is { } passkey
            ? Info(passkey)
            : null;

    public async Task<Account?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) =>
        await accounts.Accounts.AsNoTracking().FirstOrDefaultAsync(
            a => db.Passkeys.Any(p => p.CredentialId == credentialId && p.AccountId == a.Id), cancellationToken);

    public Task<Account?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) => throw OnlyReads();

    public Task SetUserNameAsync(Account user, string? userName, CancellationToken cancellationToken) => throw OnlyReads();

    public Task SetNormalizedUserNameAsync(Account user, string? normalizedName, CancellationToken cancellationToken) => throw OnlyReads();

    public Task<IdentityResult> CreateAsync(Account user, CancellationToken cancellationToken) => throw OnlyReads();

    public Task<IdentityResult> UpdateAsync(Account user, CancellationToken cancellationToken) => throw OnlyReads();

    public Task<IdentityResult> DeleteAsync(Account user, CancellationToken cancellationToken) => throw OnlyReads();

    public Task AddOrUpdatePasskeyAsync(Account user, UserPasskeyInfo passkey, CancellationToken cancellationToken) => throw OnlyReads();

    public Task RemovePasskeyAsync(Account user, byte[] credentialId, CancellationToken cancellationToken) => throw OnlyReads();

    public void Dispose()
    {
        // The database belongs to the scope
    }

    private static UserPasskeyInfo Info(Passkey passkey) => new(
        passkey.CredentialId,
        passkey.PublicKey,
        passkey.MadeAt,
        (uint)passkey.SignCount,
        passkey.Transports.Length == 0 ? [] : passkey.Transports.Split(','),
        passkey.IsUserVerified,
        passkey.IsBackupEligible,
        passkey.IsBackedUp,
        passkey.AttestationObject,
        passkey.ClientDataJson);

    private static NotSupportedException OnlyReads() => new("Accounts are changed by the use cases.");
}
