namespace Champions.Domain.Trusts;

/// <summary>What the Organisation Data Service (ODS) changed about a trust or site since it was last read.</summary>
public enum OdsChangeKind
{
    Renamed,
    Closed,
    Reopened,
    Moved,

    /// <summary>A site that another trust runs now.</summary>
    HandedOver,
    Details,
}

/// <param name="Kind">Which kind, for counting.</param>
/// <param name="Words">What changed, to be read after the code: "renamed from … to …".</param>
public sealed record OdsChange(OdsChangeKind Kind, string Words)
{
    internal static OdsChange Renamed(string from, string to) => new(OdsChangeKind.Renamed, $"renamed from {from} to {to}");

    internal static OdsChange Closing(DateOnly? on) => on is { } day
        ? new OdsChange(OdsChangeKind.Closed, $"closed on {day:d MMMM yyyy}")
        : new OdsChange(OdsChangeKind.Reopened, "open again");

    internal static OdsChange Moved(string address, string postcode) => new(OdsChangeKind.Moved, $"moved to {address}, {postcode}");

    internal static OdsChange Details { get; } = new(OdsChangeKind.Details, "details changed");
}
