using Champions.Application.Abstractions;
using Champions.Application.Accounts;
using Champions.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Champions.Application.Entering;

/// <summary>A person who has proved who they are comes in.</summary>
/// <param name="AccountId">Who.</param>
/// <param name="Generation">The account's generation of sessions when they proved it: what was proved before the sessions ended counts no more.</param>
/// <param name="Start">How.</param>
/// <param name="Earlier">The session that their browser was in until now, whoever's it is: it ends.</param>
public sealed record StartSession(AccountId AccountId, int Generation, SessionStart Start, AccountSessionId? Earlier = null);

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

            // A password, a second factor or the account itself has changed since: the session would be of the person before
            if (account.SessionGeneration != command.Generation || (account.HasAuthenticator && !command.Start.WithSecondFactor))
            {
                return AccountErrors.Closed;
            }

            // The trust decides about phones of one's own, whatever the form said
            var permits = command.Start.IsOwnPhone && await db.Trusts.AnyAsync(t => t.Id == account.TrustId && t.AllowsOwnPhones, ct);
            var session = AccountSession.Start(account, command.Start with { IsOwnPhone = permits }, clock.GetUtcNow());
            db.AccountSessions.Add(session);
            if (command.Earlier is { } earlier && await db.AccountSessions.FirstOrDefaultAsync(s => s.Id == earlier, ct) is { } before)
            {
                before.End(clock.GetUtcNow());
            }

            await db.SaveChangesAsync(ct);
            return session.Id;
        },
        _ => null,
        cancellationToken);
}
