using Champions.Application.Abstractions;
using Champions.Application.PeopleList;
using Champions.Domain.Common;
using Champions.Domain.Trusts;
using Microsoft.EntityFrameworkCore;

namespace Champions.Application.Trusts;

/// <summary>How long a trust keeps free text and the names of those who left.</summary>
/// <param name="TrustId">Which trust.</param>
/// <param name="Version">As it stood when the form was made.</param>
/// <param name="NotesMonths">Whole months for free text.</param>
/// <param name="LeaversMonths">Whole months for names.</param>
public sealed record KeepTexts(TrustId TrustId, int Version, int NotesMonths, int LeaversMonths);

public sealed class KeepTextsHandler(IChampionsDb db, TimeProvider clock)
{
    /// <returns>The name of the trust.</returns>
    public Task<Result<string>> HandleAsync(KeepTexts command, Actor actor, CancellationToken cancellationToken) => db.RunAsync<string>(
        async ct =>
        {
            if (!actor.Is(Roles.Administrator))
            {
                return TrustErrors.OnlyAdministratorsSet;
            }

            if (PeopleRules.CheckFresh(actor, clock.GetUtcNow()) is { } stopped)
            {
                return stopped;
            }

            var trust = await db.Trusts.FirstOrDefaultAsync(t => t.Id == command.TrustId && t.UsesChampions, ct);
            if (trust is null)
            {
                return TrustErrors.NotFound;
            }

            if (trust.NotesMonths == command.NotesMonths && trust.LeaversMonths == command.LeaversMonths)
            {
                return trust.Name;
            }

            if (trust.Version != command.Version)
            {
                return TrustErrors.Changed;
            }

            if (trust.Keep(command.NotesMonths, command.LeaversMonths) is { IsSuccess: false, Error: var error })
            {
                return error!;
            }

            await db.SaveChangesAsync(ct);
            return trust.Name;
        },
        _ => null,
        cancellationToken);
}
