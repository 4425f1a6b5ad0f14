using System.Text.RegularExpressions;

namespace Champions.Application.Imports;

/// <summary>
/// Which trust a site belongs to, as far as its code tells.
/// Until 2020 a site's code was its trust's three characters and two more. From then on sites get random codes of the form
/// letter-number-letter-number-letter (G6V2S), which say nothing of the trust (DCB0090, first use announced for 1 April 2020, begun on 1 October 2020). An
/// old code can have the same form by chance (R1A1N of R1A), so the form alone does not tell old from new; the opening date does.
/// The rule never guesses:
/// a code of the old form belongs to the trust it begins with, when that trust is known;
/// a code of the new form does so only when the site opened before there were new codes;
/// for every other code the answer is null, and the parent has to be given. After a merger a known trust may have handed the site on: an old
/// code keeps its letters, so the person importing sees the parent in the preview and may name another.
/// </summary>
public static partial class OdsSites
{
    /// <summary>The earliest day on which a code of the new form could be issued.</summary>
    public static DateOnly NewCodesFrom { get; } = new(2020, 4, 1);

    private const int TrustCodeLength = 3;
    private const int SiteCodeLength = 5;

    /// <summary>The parent by the code alone; null for every code of the new form.</summary>
    public static string? ParentOf(string siteCode, IReadOnlySet<string> knownTrustCodes) =>
        NewForm().IsMatch(siteCode) ? null : Prefix(siteCode, knownTrustCodes);

    /// <summary>The parent by code and opening date; null when they do not settle it.</summary>
    public static string? ParentOf(string siteCode, DateOnly openedOn, IReadOnlySet<string> knownTrustCodes) =>
        openedOn < NewCodesFrom ? Prefix(siteCode, knownTrustCodes) : ParentOf(siteCode, knownTrustCodes);

    private static string? Prefix(string siteCode, IReadOnlySet<string> knownTrustCodes) =>
        siteCode.Length == SiteCodeLength && knownTrustCodes.Contains(siteCode[..TrustCodeLength]) ? siteCode[..TrustCodeLength] : null;

    [GeneratedRegex(@"^[A-Z][0-9][A-Z][0-9][A-Z]\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NewForm();
}
