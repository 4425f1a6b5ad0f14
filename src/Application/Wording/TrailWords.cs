using System.Globalization;
using Champions.Application.Auditing;
using Champions.Application.Time;

namespace Champions.Application.Wording;

/// <summary>What the check of the audit trail found, as people read it.</summary>
public static class TrailWords
{
    /// <summary>What the part of the trail that belongs to no trust is called.</summary>
    public const string Installation = "The installation";

    /// <summary>The part of the trail that belongs to a trust, by its name.</summary>
    public static string Chain(Guid chain, IReadOnlyDictionary<Guid, string> names) =>
        chain == Guid.Empty ? Installation : names.TryGetValue(chain, out var name) ? name : $"Unknown ({chain})";

    /// <summary>"1,204 changes", of however many there are.</summary>
    public static string Changes(long count) => count == 1 ? "1 change" : $"{count.ToString("N0", CultureInfo.GetCultureInfo("en-GB"))} changes";

    public static string Of(ChainBreak found) => found.Kind switch
    {
        BreakKind.ChangedRow => $"Change number {found.Number} is not as it was written.",
        BreakKind.MissingRow => $"Change number {found.Number} is missing.",
        BreakKind.ExtraRow => $"Change number {found.Number} was not written by Champions.",
        BreakKind.Shortened => $"The last changes are missing, from number {found.Number} on.",
        BreakKind.EndDiffers => $"The end of the trail does not fit its last change, number {found.Number}.",
        BreakKind.EndMissing => "The end of the trail is missing.",
        BreakKind.AnchorChanged => $"The anchor of {Day(found)} in the database is not as it was written.",
        BreakKind.AnchorMissing => $"The anchor of {Day(found)} is missing from the database.",
        BreakKind.AnchorDiffers => $"Change number {found.Number} is not the one of the anchor of {Day(found)}.",
        BreakKind.AnchorFileDiffers => $"The anchor of {Day(found)} is missing from the file of anchors, or was changed there.",
        _ => throw new ArgumentOutOfRangeException(nameof(found), found.Kind, "A break without words."),
    };

    private static string Day(ChainBreak found) => found.Day is { } day ? UkFormat.ShortDate(day) : "an unknown day";
}
