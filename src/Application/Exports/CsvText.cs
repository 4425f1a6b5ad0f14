namespace Champions.Application.Exports;

/// <summary>Text that a spreadsheet shows and never runs.</summary>
public static class CsvText
{
    private const string Formula = "=+-@＝＋－＠";

    /// <summary>
    /// Puts an apostrophe before a text that begins like a formula, also behind blanks, and before one that begins with a tab or
    /// a line end, which some spreadsheets drop before they look.
    /// </summary>
    public static string? Safe(string? text) => text is not null && IsRisky(text) ? "'" + text : text;

    private static bool IsRisky(string text)
    {
        foreach (var letter in text)
        {
            if (letter is '\t' or '\r' or '\n' || Formula.Contains(letter, StringComparison.Ordinal))
            {
                return true;
            }

            if (!char.IsWhiteSpace(letter) && !char.IsControl(letter) && !IsInvisible(letter))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>Marks without width, such as a byte order mark.</summary>
    private static bool IsInvisible(char letter) => char.GetUnicodeCategory(letter) == System.Globalization.UnicodeCategory.Format;
}
