using Champions.Application.Abstractions;
using Champions.Application.Accounts;
using Champions.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Champions.Application.Entering;

/// <summary>Whose passkey this is. The answer counts once.</summary>
public sealed record CheckPasskey(PasskeyAnswer Answer);

public sealed class CheckPasskeyHandler(IChampionsDb db, IAccountsOfAllTrusts accounts, IPasskeys passkeys, DoorLog log, TimeProvider clock)
{
    /// <summary>Whatever is wrong with the answer, the passkey or its account, the words are the same.</summary>
    public async Task<Result<AccountId>> HandleAsync(CheckPasskey command, CancellationToken cancellationToken)
    {
        var signed = await passkeys.CheckAsync(command.Answer);
        var used = signed is null ? PasskeyErrors.NotAccepted : await UseAsync(signed, command.Answer, cancellationToken);
        return used.IsSuccess ? used : log.Failed(nameof(SignInMethod.Passkey), signed?.AccountId, used.Error);
    }

    private Task<Result<AccountId>> UseAsync(SignedByPasskey signed, PasskeyAnswer answer, CancellationToken cancellationToken) => db.RunAsync<AccountId>(
        async ct =>
        {
            var now = clock.GetUtcNow();
            var passkey = await db.Passkeys.FirstOrDefaultAsync(p => p.CredentialId == signed.CredentialId && p.AccountId == signed.AccountId, ct);
            if (passkey is null || !await accounts.Accounts.AnyAsync(a => a.Id == signed.AccountId && !a.IsDisabled, ct))
            {
                return PasskeyErrors.NotAccepted;
            }

            passkey.Used(signed.SignCount, signed.IsBackedUp, now);
            db.OneTimeCodes.Add(answer.UsedUp(now));
            await db.SaveChangesAsync(ct);
            return passkey.AccountId;
        },
        key => key == UniqueKeys.OneTimeCode ? PasskeyErrors.NotAccepted : null,
        cancellationToken);
}
