using System.Globalization;

namespace Champions.Web.Pages;

/// <summary>The number of a page in an address, where anybody may write anything.</summary>
internal static class PageNumber
{
    /// <summary>Beyond every list there is, and small enough to count with.</summary>
    private const int Most = 1_000_000;

    public static int Of(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Clamp(number, 1, Most) : 1;
}
