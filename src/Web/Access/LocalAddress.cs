namespace Champions.Web.Access;

/// <summary>Addresses that a browser asks to be led to after signing in.</summary>
internal static class LocalAddress
{
    /// <summary>
    /// The address when it is a path of this site and nothing else, however it is dressed up; otherwise the other. A browser writes other
    /// letters than these with percent signs, and the server puts none of them into the header that leads on.
    /// </summary>
    public static string Or(string? asked, string otherwise)
    {
        if (asked is null || asked.Length > 500 || !asked.StartsWith('/') || asked.Any(c => c is < '!' or > '~' or '\\'))
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
