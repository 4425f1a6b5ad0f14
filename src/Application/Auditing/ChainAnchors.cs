namespace Champions.Application.Auditing;

/// <summary>The anchors of one chain, from the database and from the file outside it.</summary>
public sealed class ChainAnchors
{
    private readonly List<AuditAnchor> held;

    private ChainAnchors(List<AuditAnchor> held, ChainBreak? found)
    {
        this.held = held;
        Break = found;
    }

    /// <summary>What is wrong with the anchors themselves, whatever the rows say.</summary>
    public ChainBreak? Break { get; }

    /// <summary>Those that only the program can have set, wherever they stand, by the row they are set on.</summary>
    public IReadOnlyList<AuditAnchor> Held => held;

    public static ChainAnchors Of(IEnumerable<AuditAnchor> inDatabase, IEnumerable<AuditAnchor> inFile, IAuditSeal seal)
    {
        List<AuditAnchor> stored = [.. inDatabase.OrderBy(a => a.Day)], filed = [.. inFile.OrderBy(a => a.Day)];
        var (written, lines) = (Sealed(stored, seal), Sealed(filed, seal));
        var (writtenMarks, lineMarks) = (MarksOf(written), MarksOf(lines));
        var found = Find(BreakKind.AnchorChanged, stored.Except(written))
            ?? Find(BreakKind.AnchorFileDiffers, filed.Except(lines))
            ?? Find(BreakKind.AnchorMissing, lines.Where(a => !writtenMarks.Contains(MarkOf(a))))
            ?? Find(BreakKind.AnchorFileDiffers, written.Where(a => !lineMarks.Contains(MarkOf(a))));
        return new ChainAnchors([.. written.Concat(lines).OrderBy(a => a.Number).ThenBy(a => a.Day)], found);
    }

    private static List<AuditAnchor> Sealed(List<AuditAnchor> anchors, IAuditSeal seal) =>
        anchors.FindAll(a => a.Mark.AsSpan().SequenceEqual(seal.MarkOf(a.Chain, a.Day, a.Number, a.Hash)));

    private static HashSet<string> MarksOf(List<AuditAnchor> anchors) => anchors.Select(MarkOf).ToHashSet(StringComparer.Ordinal);

    private static string MarkOf(AuditAnchor anchor) => Convert.ToHexString(anchor.Mark);

    private static ChainBreak? Find(BreakKind kind, IEnumerable<AuditAnchor> wrong) =>
        wrong.FirstOrDefault() is { } first ? new ChainBreak(kind, first.Number, first.Day) : null;
}
