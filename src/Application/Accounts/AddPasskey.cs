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
        var now = clock.GetUtcNow();
        if (!actor.HasJustProved(now))
        {
            return PasskeyErrors.ProveFirst;
        }

        var name = Passkey.TidyName(command.Name);
        if (!name.IsSuccess)
        {
            return name.Error;
        }

        var made = await passkeys.CheckNewAsync(command.Answer, now);
        if (made?.AccountId != actor.AccountId)
        {
            return PasskeyErrors.NotMade;
        }

        made.Rename(name.Value);
        return await AddAsync(made, command, cancellationToken);
    }

    private Task<Result<string>> AddAsync(Passkey made, AddPasskey command, CancellationToken cancellationToken) => db.RunAsync<string>(
        async ct =>
        {
            var account = await accounts.Accounts.FirstAsync(a => a.Id == made.AccountId, ct);
            if (account.AddPasskey(await db.Passkeys.CountAsync(p => p.AccountId == account.Id, ct)) is { IsSuccess: false, Error: var error })
            {
                return error!;
            }

            db.Passkeys.Add(made);
            db.OneTimeCodes.Add(command.Answer.UsedUp(made.MadeAt));
            db.OutboxEmails.Add(emails.Changed(account, "A passkey was added.", command.Device));
            await db.SaveChangesAsync(ct);
            return made.Name;
        },
        key => key is UniqueKeys.Passkey or UniqueKeys.OneTimeCode ? PasskeyErrors.NotMade : null,
        cancellationToken);
}
