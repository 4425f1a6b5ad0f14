using Champions.Application.Abstractions;
using Champions.Application.Accounts;
using Champions.Application.Outbox;
using Champions.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Champions.Application.Entering;

/// <summary>At the door: the first passkey of somebody who must have a second factor and has none. The answer counts once.</summary>
/// <param name="AccountId">Who has proved the first factor.</param>
/// <param name="Generation">The account's generation of sessions when they did.</param>
/// <param name="Answer">Of the device that made it.</param>
/// <param name="Device">In our words: its name until the person gives it another, and for the email.</param>
public sealed record SetUpPasskey(AccountId AccountId, int Generation, PasskeyAnswer Answer, string Device);

public sealed class SetUpPasskeyHandler(IChampionsDb db, IAccountsOfAllTrusts accounts, IPasskeys passkeys, AccountEmails emails, TimeProvider clock)
{
    public async Task<Result<AccountId>> HandleAsync(SetUpPasskey command, CancellationToken cancellationToken)
    {
        var made = await passkeys.CheckNewAsync(command.Answer, clock.GetUtcNow());
        if (made?.AccountId != command.AccountId)
        {
            return PasskeyErrors.NotMade;
        }

        made.Rename(command.Device);
        return await db.RunAsync<AccountId>(
            async ct =>
            {
                var account = await accounts.Accounts.FirstOrDefaultAsync(a => a.Id == command.AccountId, ct);
                if (account is not { IsDisabled: false } || account.SessionGeneration != command.Generation)
                {
                    return AccountErrors.Closed;
                }

                // Else whoever knows the password alone could put a device of theirs beside the person's
                if (account.HasAuthenticator || await db.Passkeys.AnyAsync(p => p.AccountId == account.Id, ct))
                {
                    return AccountErrors.HasSecondFactor;
                }

                var added = await db.TakeIntoUseAsync(account, made, command.Answer, emails.PasskeyAdded(account, command.Device), ct);
                if (!added.IsSuccess)
                {
                    return added.Error;
                }

                await db.SaveChangesAsync(ct);
                return account.Id;
            },
            NewPasskey.IsTaken,
            cancellationToken);
    }
}
