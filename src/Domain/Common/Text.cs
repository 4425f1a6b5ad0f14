namespace Champions.Domain.Common;

/// <summary>One way to tidy and to compare what people typed.</summary>
public static class Text
{
    /// <summary>Trimmed, control characters dropped (line ends kept as LF); null when nothing is left.</summary>
    public static string? Tidy(string? typed)
    {
        if (typed is null)
        {
            return null;
        }

        var tidy = new string([.. typed.ReplaceLineEndings("\n").Where(c => c == '\n' || !char.IsControl(c))]).Trim();
        return tidy.Length == 0 ? null : tidy;
    }

    /// <summary>The form in which names and addresses are matched, the same on every database.</summary>
    public static string Normalise(string text) => text.Trim().Normalize().ToUpperInvariant();
}
