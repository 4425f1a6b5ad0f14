using Champions.Application.Abstractions;
using Champions.Application.PeopleList;
using Champions.Application.Time;
using Champions.Domain.Common;
using Champions.Domain.Trusts;
using Microsoft.EntityFrameworkCore;

namespace Champions.Application.Trusts;

/// <summary>Lets people sign in for a trust. Doing it again changes nothing.</summary>
public sealed record BringInTrust(TrustId TrustId);

public sealed class BringInTrustHandler(IChampionsDb db, TimeProvider clock)
{
    /// <returns>The name of the trust.</returns>
    public Task<Result<string>> HandleAsync(BringInTrust command, Actor actor, CancellationToken cancellationToken) => db.RunAsync<string>(
        async ct =>
        {
            if (!actor.Is(Roles.Administrator))
            {
                return TrustErrors.OnlyAdministrators;
            }

            if (PeopleRules.CheckFresh(actor, clock.GetUtcNow()) is { } stopped)
            {
                return stopped;
            }

            var trust = await db.Trusts.FirstOrDefaultAsync(t => t.Id == command.TrustId, ct);
            if (trust is null)
            {
                return TrustErrors.NotFound;
            }

            if (trust.BringIn(UkCalendar.DateOf(clock.GetUtcNow())) is { IsSuccess: false, Error: var error })
            {
                return error!;
            }

            await db.SaveChangesAsync(ct);
            return trust.Name;
        },
        _ => null,
        cancellationToken);
}
