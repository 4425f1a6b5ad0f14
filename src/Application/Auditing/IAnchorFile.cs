namespace Champions.Application.Auditing;

/// <summary>Anchors outside the database: a file that is only ever added to.</summary>
public interface IAnchorFile
{
    /// <summary>Nothing when there is no file yet.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    Task<AnchorLines> ReadAsync(CancellationToken cancellationToken);

    /// <summary>Returns once the lines are on disk.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    Task AppendAsync(IReadOnlyCollection<AuditAnchor> anchors, CancellationToken cancellationToken);
}

/// <param name="Anchors">What the lines say, unchecked.</param>
/// <param name="Unreadable">Numbers of the lines that say nothing.</param>
public sealed record AnchorLines(ILookup<Guid, AuditAnchor> Anchors, IReadOnlyList<int> Unreadable);
