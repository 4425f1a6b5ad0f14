namespace Champions.Application.Imports;

/// <summary>Why a row cannot be imported, in words for the person who holds the file. Row 0 is the file as a whole.</summary>
public sealed record ImportProblem(int Row, string Message)
{
    public override string ToString() => Row == 0 ? Message : $"Row {Row}: {Message}";
}
