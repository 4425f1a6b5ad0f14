using Champions.Application.Abstractions;
using Champions.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Champions.Application.Accounts;

/// <summary>Gives one of the person's own passkeys another name.</summary>
/// <param name="Id">See <see cref="Passkey.Handle"/>.</param>
/// <param name="Name">As typed.</param>
public sealed record RenamePasskey(Guid Id, string? Name);

public sealed class RenamePasskeyHandler(IChampionsDb db)
{
    /// <returns>The name as it is stored.</returns>
    public Task<Result<string>> HandleAsync(RenamePasskey command, Actor actor, CancellationToken cancellationToken) => db.RunAsync<string>(
        async ct =>
        {
            var mine = await db.Passkeys.Where(p => p.AccountId == actor.AccountId).ToListAsync(ct);
            if (mine.Find(p => p.Handle == command.Id) is not { } passkey)
            {
                return PasskeyErrors.NotFound;
            }

            var name = Passkey.TidyName(command.Name);
            if (name.IsSuccess)
            {
                passkey.Rename(name.Value);
                await db.SaveChangesAsync(ct);
            }

            return name;
        },
        _ => null,
        cancellationToken);
}
