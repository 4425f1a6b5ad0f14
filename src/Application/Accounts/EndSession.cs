using Champions.Application.Abstractions;
using Champions.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Champions.Application.Accounts;

/// <summary>Signs one of the person's own devices out; the current one or another.</summary>
public sealed record EndSession(AccountSessionId Id);

public sealed class EndSessionHandler(IChampionsDb db, TimeProvider clock)
{
    private static readonly Error NotFound = Error.NotFound("AccountSession.NotFound", "We could not find this device.");

    public Task<Result<AccountSessionId>> HandleAsync(EndSession command, Actor actor, CancellationToken cancellationToken) =>
        db.RunAsync<AccountSessionId>(
            async ct =>
            {
                var session = await db.AccountSessions.FirstOrDefaultAsync(s => s.Id == command.Id && s.AccountId == actor.AccountId, ct);
                if (session is null)
                {
                    return NotFound;
                }

                session.End(clock.GetUtcNow());
                await db.SaveChangesAsync(ct);
                return session.Id;
            },
            _ => null,
            cancellationToken);
}
