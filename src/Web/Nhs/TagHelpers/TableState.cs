namespace Champions.Web.Nhs;

/// <summary>What the parts of one table know of each other while it is rendered.</summary>
internal sealed class TableState
{
    public bool Responsive { get; init; }

    public bool InHead { get; set; }

    public int Column { get; set; }

    /// <summary>Headings of the columns, already encoded, for the rows of a responsive table.</summary>
    public List<string> Headings { get; } = [];
}
