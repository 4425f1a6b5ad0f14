using Champions.Application.Abstractions;
using Microsoft.EntityFrameworkCore;

namespace Champions.Application.Accounts;

/// <summary>The person's own passkeys: at most <see cref="Passkey.Most"/>, so they are read together.</summary>
public sealed class PasskeyQueries(IChampionsDb db)
{
    /// <summary>In the order they were made.</summary>
    public async Task<IReadOnlyList<PasskeyRow>> ListAsync(Actor actor, CancellationToken cancellationToken) =>
    [
        .. (await db.Passkeys.AsNoTracking().Where(p => p.AccountId == actor.AccountId)
                .OrderBy(p => p.MadeAt).ThenBy(p => p.Name)
                .Select(p => new { p.CredentialId, p.Name, p.MadeAt, p.LastUsedAt }).ToListAsync(cancellationToken))
            .Select(p => new PasskeyRow(Passkey.HandleOf(p.CredentialId), p.Name, p.MadeAt, p.LastUsedAt)),
    ];

    /// <summary>Null when it is not one of theirs.</summary>
    public async Task<PasskeyRow?> FindAsync(Guid id, Actor actor, CancellationToken cancellationToken) =>
        (await ListAsync(actor, cancellationToken)).FirstOrDefault(p => p.Id == id);
}

/// <param name="Id">See <see cref="Passkey.Handle"/>.</param>
/// <param name="Name">What the person calls it.</param>
/// <param name="MadeAt">When it was added.</param>
/// <param name="LastUsedAt">When somebody last came in with it; null for never.</param>
public sealed record PasskeyRow(Guid Id, string Name, DateTimeOffset MadeAt, DateTimeOffset? LastUsedAt);
