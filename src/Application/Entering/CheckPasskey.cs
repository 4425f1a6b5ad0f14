using Champions.Application.Abstractions;
using Champions.Application.Accounts;
using Champions.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Champions.Application.Entering;

/// <summary>Whose passkey this is. The answer counts once.</summary>
public sealed record CheckPasskey(PasskeyAnswer Answer);

/// <param name="Id">Whose proof it was.</param>
/// <param name="Generation">The account's generation of sessions at that moment.</param>
public sealed record ProvedAccount(AccountId Id, int Generation);

public sealed class CheckPasskeyHandler(IChampionsDb db, IAccountsOfAllTrusts accounts, IPasskeys passkeys, DoorLog log, TimeProvider clock)
{
    /// <summary>Whatever is wrong with the answer, the passkey or its account, the words are the same.</summary>
    public async Task<Result<ProvedAccount>> HandleAsync(CheckPasskey command, CancellationToken cancellationToken)
    {
        var signed = await passkeys.CheckAsync(command.Answer);
        var used = signed is null ? PasskeyErrors.NotAccepted : await UseAsync(signed, command.Answer, cancellationToken);
        return used.IsSuccess ? used : log.Failed(nameof(SignInMethod.Passkey), signed?.AccountId, used.Error);
    }

    private Task<Result<ProvedAccount>> UseAsync(SignedByPasskey signed, PasskeyAnswer answer, CancellationToken cancellationToken) => db.RunAsync<ProvedAccount>(
        async ct =>
        {
            var now = clock.GetUtcNow();
            var passkey = await db.Passkeys.FirstOrDefaultAsync(p => p.CredentialId == signed.CredentialId && p.AccountId == signed.AccountId, ct);
            var account = await accounts.Accounts.AsNoTracking().FirstOrDefaultAsync(a => a.Id == signed.AccountId && !a.IsDisabled, ct);
            if (passkey is null || account is null)
            {
                return PasskeyErrors.NotAccepted;
            }

            passkey.Used(signed.SignCount, signed.IsBackedUp, now);
            db.OneTimeCodes.Add(answer.UsedUp(now));
            await db.SaveChangesAsync(ct);
            return new ProvedAccount(account.Id, account.SessionGeneration);
        },
        key => key == UniqueKeys.OneTimeCode ? PasskeyErrors.NotAccepted : null,
        cancellationToken);
}
