using Champions.Domain.HelpSlots;

namespace Champions.Application.Wording;

/// <summary>How help is given, as people read it.</summary>
public static class SupportModeWords
{
    public static string Of(SupportMode mode) => mode switch
    {
        SupportMode.InPersonOnWard => "In person on the ward",
        SupportMode.InPersonElsewhere => "In person somewhere else",
        SupportMode.VideoCall => "Video call",
        SupportMode.Phone => "Phone call",
        SupportMode.ChatOrEmail => "Chat or email",
        SupportMode.DropIn => "Drop-in",
        SupportMode.Group => "Group session",
        _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, "A way of helping without words."),
    };

    /// <summary>Where or how people meet: "Maple Ward, Royal Infirmary", "Video call. Link in the email".</summary>
    /// <param name="mode">How they meet.</param>
    /// <param name="ward">Ward of meeting, by name.</param>
    /// <param name="site">Site of that ward, by name.</param>
    /// <param name="place">Another place, or how to reach the champion.</param>
    public static string Where(SupportMode mode, string? ward, string? site, string? place)
    {
        var wardAndSite = ward is null || site is null ? ward : $"{ward}, {site}";
        return mode switch
        {
            SupportMode.VideoCall or SupportMode.Phone => Join(Of(mode), place),
            SupportMode.InPersonOnWard => Join(wardAndSite, place),
            _ => Join(place, wardAndSite) is { Length: > 0 } words ? words : Of(mode),
        };
    }

    private static string Join(string? first, string? second) =>
        string.Join(". ", new[] { first, second }.Where(part => !string.IsNullOrWhiteSpace(part)));
}
