namespace Champions.Application.Imports;

/// <summary>
/// What came out of a file: the rows that are well formed, and the problems. A file with a problem is not applied at all, but both lists
/// are kept so that the person can be told how many other rows are ready.
/// </summary>
public sealed record OdsReading(IReadOnlyList<OdsRow> Rows, IReadOnlyList<ImportProblem> Problems)
{
    public bool CanBeApplied => Problems.Count == 0;
}
