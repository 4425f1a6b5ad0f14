namespace Champions.Application.Auditing;

/// <summary>
/// The audit trail of every trust and of the installation, for the administrator and for the jobs that watch over it. Whoever asks for it
/// must have checked that the actor may see every trust. Nothing is tracked.
/// </summary>
public interface IAuditOfAllTrusts
{
    IQueryable<AuditEntry> Entries { get; }

    IQueryable<AuditChain> Ends { get; }

    IQueryable<AuditAnchor> Anchors { get; }

    /// <summary>Every chain of which there is an end, a row or an anchor.</summary>
    Task<IReadOnlyList<Guid>> ChainsAsync(CancellationToken cancellationToken);

    /// <summary>What rows are called now, for those among the ids that have a name. No name is stored in the trail.</summary>
    /// <param name="ids">Of whatever kind.</param>
    /// <param name="trust">Names of this trust's rows only; null for those of all.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    Task<IReadOnlyDictionary<Guid, string>> NamesAsync(IReadOnlyCollection<Guid> ids, TrustId? trust, CancellationToken cancellationToken);
}
