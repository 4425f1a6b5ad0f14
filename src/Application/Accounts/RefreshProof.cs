using Champions.Application.Abstractions;
using Champions.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Champions.Application.Accounts;

/// <summary>The person of this session has just proved again that it is them. Whoever gives the command has checked the proof.</summary>
/// <param name="WithSecondFactor">It was a second factor; a passkey counts as both.</param>
public sealed record RefreshProof(bool WithSecondFactor);

public sealed class RefreshProofHandler(IChampionsDb db, TimeProvider clock)
{
    public Task<Result<AccountSessionId>> HandleAsync(RefreshProof command, Actor actor, CancellationToken cancellationToken) =>
        db.RunAsync<AccountSessionId>(
            async ct =>
            {
                var session = await db.AccountSessions.FirstOrDefaultAsync(s => s.Id == actor.SessionId && s.AccountId == actor.AccountId, ct);
                if (session is not { EndedAt: null })
                {
                    return AccountErrors.Closed;
                }

                session.Prove(command.WithSecondFactor, clock.GetUtcNow());
                await db.SaveChangesAsync(ct);
                return session.Id;
            },
            _ => null,
            cancellationToken);
}
