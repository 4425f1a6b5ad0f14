using Champions.Application.Abstractions;
using Champions.Application.Outbox;
using Champions.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Champions.Application.Accounts;

/// <summary>A device of the person made a passkey. The answer counts once.</summary>
/// <param name="Name">As typed.</param>
/// <param name="Answer">Of the device that made it.</param>
/// <param name="Device">Where the person is, for the email about it.</param>
public sealed record AddPasskey(string? Name, PasskeyAnswer Answer, string Device);

public sealed class AddPasskeyHandler(IChampionsDb db, IAccountsOfAllTrusts accounts, IPasskeys passkeys, AccountEmails emails, TimeProvider clock)
{
    /// <returns>The name of the new passkey.</returns>
    public async Task<Result<string>> HandleAsync(AddPasskey command, Actor actor, CancellationToken cancellationToken)
    {
        var name = Passkey.TidyName(command.Name);
        if (!name.IsSuccess)
        {
            return name.Error;
        }

        var now = clock.GetUtcNow();
        var made = await passkeys.CheckNewAsync(command.Answer, now);
        if (made?.AccountId != actor.AccountId)
        {
            return PasskeyErrors.NotMade;
        }

        made.Rename(name.Value);
        return await db.RunAsync<string>(
            async ct =>
            {
                var account = await accounts.Accounts.FirstAsync(a => a.Id == actor.AccountId, ct);
                if (!account.IsFresh(actor, now))
                {
                    return AccountErrors.NotFresh;
                }

                var added = await db.TakeIntoUseAsync(account, made, command.Answer, emails.PasskeyAdded(account, command.Device), ct);
                if (!added.IsSuccess)
                {
                    return added.Error;
                }

                await db.SaveChangesAsync(ct);
                return made.Name;
            },
            NewPasskey.IsTaken,
            cancellationToken);
    }
}
