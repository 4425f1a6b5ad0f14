using Champions.Application.Abstractions;
using Champions.Domain.Common;
using Champions.Domain.Wards;
using Microsoft.EntityFrameworkCore;

namespace Champions.Application.WardList;

/// <summary>Adds a ward to the trust, or says anew what one is called.</summary>
/// <param name="Id">Null for a new ward.</param>
/// <param name="Site">Where a new ward is; an old one stays where it is.</param>
/// <param name="Code">The trust's own code.</param>
/// <param name="Name">As people say it.</param>
/// <param name="Specialty">Empty when there is none.</param>
public sealed record SaveWard(WardId? Id, SiteId Site, string Code, string Name, string Specialty);

public sealed class SaveWardHandler(IChampionsDb db, TimeProvider clock)
{
    public async Task<Result<WardId>> HandleAsync(SaveWard command, Actor actor, CancellationToken cancellationToken) => !actor.IsCoordinator
        ? WardErrors.NotAllowed
        : await db.RunAsync(ct => SaveAsync(command, actor, ct), key => key == UniqueKeys.WardCode ? WardErrors.CodeTaken : null, cancellationToken);

    private async Task<Result<WardId>> SaveAsync(SaveWard command, Actor actor, CancellationToken cancellationToken)
    {
        var code = Text.Normalise(command.Code);
        if (await db.Wards.AnyAsync(w => w.Id != command.Id && w.Code.ToUpper() == code, cancellationToken))
        {
            return WardErrors.CodeTaken;
        }

        var saved = command.Id is { } id ? await RenameAsync(id, command, cancellationToken) : await OpenAsync(command, actor, cancellationToken);
        if (saved.IsSuccess)
        {
            await db.SaveChangesAsync(cancellationToken);
        }

        return saved;
    }

    private async Task<Result<WardId>> RenameAsync(WardId id, SaveWard command, CancellationToken cancellationToken)
    {
        if (await db.Wards.FirstOrDefaultAsync(w => w.Id == id, cancellationToken) is not { } ward)
        {
            return WardErrors.NotFound;
        }

        return ward.Rename(command.Code, command.Name, command.Specialty) is { IsSuccess: false, Error: var error } ? error! : ward.Id;
    }

    private async Task<Result<WardId>> OpenAsync(SaveWard command, Actor actor, CancellationToken cancellationToken)
    {
        if (!await db.Sites.AnyAsync(s => s.Id == command.Site, cancellationToken))
        {
            return WardErrors.SiteNotFound;
        }

        var opened = Ward.Open(actor.TrustId, command.Site, command.Code, command.Name, command.Specialty, clock.GetUtcNow());
        if (!opened.IsSuccess)
        {
            return opened.Error;
        }

        db.Wards.Add(opened.Value);
        return opened.Value.Id;
    }
}
