namespace Champions.Web.Access;

/// <summary>Addresses that a browser asks to be led to after signing in.</summary>
internal static class LocalAddress
{
    /// <summary>The address when it is a path of this site and nothing else, however it is dressed up; otherwise the other.</summary>
    public static string Or(string? asked, string otherwise)
    {
        if (asked is null || asked.Length > 500 || !asked.StartsWith('/') || asked.Any(c => char.IsControl(c) || c == '\\'))
        {
            return otherwise;
        }

        // "//evil.example" and what a browser may take for it
        var path = Uri.UnescapeDataString(asked);
        return path.StartsWith("//", StringComparison.Ordinal) || path.Contains('\\', StringComparison.Ordinal) ? otherwise : asked;
    }

    /// <summary>A page of the door that passes on where the person wanted to go.</summary>
    public static string WithReturn(string page, string? returnUrl) =>
        Or(returnUrl, "") is { Length: > 0 } wanted ? $"{page}?returnUrl={Uri.EscapeDataString(wanted)}" : page;
}
