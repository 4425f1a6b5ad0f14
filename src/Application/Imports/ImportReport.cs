using System.Globalization;
using Champions.Application.Time;
using Champions.Domain.Trusts;

namespace Champions.Application.Imports;

/// <summary>What came of an import. With a single problem nothing was applied.</summary>
/// <param name="Problems">Why it was not applied; none when it was.</param>
/// <param name="Bad">Rows that have a problem; perhaps more than are named.</param>
/// <param name="Ready">Rows that have none.</param>
/// <param name="Added">New ones, as code and name.</param>
/// <param name="Changes">Known ones that the file changes.</param>
/// <param name="Unchanged">Known ones that stay as they are.</param>
public sealed record ImportReport(
    IReadOnlyList<ImportProblem> Problems, int Bad, int Ready, IReadOnlyList<string> Added, IReadOnlyList<ImportChange> Changes, int Unchanged)
{
    public bool IsApplied => Problems.Count == 0;

    /// <param name="problems">At least one; row 0 is the file as a whole.</param>
    /// <param name="rows">What could be read.</param>
    public static ImportReport Refused(IReadOnlyList<ImportProblem> problems, IReadOnlyList<OdsRow> rows)
    {
        var bad = problems.Where(p => p.Row > 0).Select(p => p.Row).ToHashSet();
        return new ImportReport(Limited(problems), bad.Count, rows.Count(r => !bad.Contains(r.Row)), [], [], 0);
    }

    public static ImportReport Applied(IReadOnlyList<OdsRow> rows, IReadOnlyList<string> added, IReadOnlyList<ImportChange> changes) =>
        new([], 0, rows.Count, added, changes, rows.Count - added.Count - changes.Count);

    /// <summary>"274 trusts read: 2 added, 1 renamed, 271 unchanged." or how many rows stand in the way.</summary>
    /// <param name="one">What a row is, for example "trust".</param>
    public string Summary(string one)
    {
        if (!IsApplied)
        {
            return Bad == 0
                ? "Nothing was imported."
                : $"Nothing was imported. {UkFormat.Count(Bad, "row has a problem", "rows have a problem")}, {UkFormat.Count(Ready, "other row is", "other rows are")} ready.";
        }

        var parts = new List<(int Number, string Words)> { (Added.Count, "added") };
        parts.AddRange(Enum.GetValues<OdsChangeKind>().Select(kind => (Changes.Count(c => c.Changes.Any(o => o.Kind == kind)), Words(kind))));
        parts.Add((Unchanged, "unchanged"));
        var counts = parts.Where(p => p.Number > 0).Select(p => $"{UkFormat.Number(p.Number)} {p.Words}");
        return $"{UkFormat.Count(Added.Count + Changes.Count + Unchanged, one)} read: {string.Join(", ", counts)}.";
    }

    private static string Words(OdsChangeKind kind) => kind switch
    {
        OdsChangeKind.Renamed => "renamed",
        OdsChangeKind.Closed => "closed",
        OdsChangeKind.Reopened => "open again",
        OdsChangeKind.Moved => "moved",
        OdsChangeKind.HandedOver => "handed over",
        OdsChangeKind.Details => "with other details",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A change without words."),
    };

    private static IReadOnlyList<ImportProblem> Limited(IReadOnlyList<ImportProblem> problems) => problems.Count <= OdsFile.MostProblems + 1
        ? problems
        : [.. problems.Take(OdsFile.MostProblems), new ImportProblem(0, string.Create(CultureInfo.InvariantCulture, $"There are {problems.Count - OdsFile.MostProblems:N0} more problems."))];
}

/// <param name="Code">ODS code of the trust or site.</param>
/// <param name="Changes">At least one.</param>
public sealed record ImportChange(string Code, IReadOnlyList<OdsChange> Changes)
{
    /// <summary>"RA7 renamed from … to …; moved to …".</summary>
    public override string ToString() => $"{Code} {string.Join("; ", Changes.Select(c => c.Words))}";
}
