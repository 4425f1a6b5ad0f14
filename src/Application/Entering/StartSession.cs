using Champions.Application.Abstractions;
using Champions.Application.Accounts;
using Champions.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Champions.Application.Entering;

/// <summary>A person who has proved who they are comes in.</summary>
public sealed record StartSession(AccountId AccountId, SessionStart Start);

public sealed class StartSessionHandler(IChampionsDb db, IAccountsOfAllTrusts accounts, TimeProvider clock)
{
    public Task<Result<AccountSessionId>> HandleAsync(StartSession command, CancellationToken cancellationToken) => db.RunAsync<AccountSessionId>(
        async ct =>
        {
            var account = await accounts.Accounts.FirstOrDefaultAsync(a => a.Id == command.AccountId, ct);
            if (account is not { IsDisabled: false } || !await accounts.MayEnterAsync(account, ct))
            {
                return AccountErrors.Closed;
            }

            var session = AccountSession.Start(account, command.Start, clock.GetUtcNow());
            db.AccountSessions.Add(session);
            await db.SaveChangesAsync(ct);
            return session.Id;
        },
        _ => null,
        cancellationToken);
}
