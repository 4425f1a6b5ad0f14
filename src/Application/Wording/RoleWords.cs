using Champions.Application.Time;

namespace Champions.Application.Wording;

/// <summary>Roles as people read them.</summary>
public static class RoleWords
{
    private static readonly Roles[] FromTheTop = [Roles.Administrator, Roles.Coordinator, Roles.Helpdesk, Roles.Champion, Roles.Staff];

    public static string Of(Roles role) => role switch
    {
        Roles.Staff => "Staff",
        Roles.Champion => "Champion",
        Roles.Coordinator => "Coordinator",
        Roles.Helpdesk => "IT helpdesk",
        Roles.Administrator => "Administrator",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "A role without words."),
    };

    /// <summary>What the holder may do, for somebody who gives the role.</summary>
    public static string Means(Roles role) => role switch
    {
        Roles.Coordinator => "Looks after the champions, wards and people of the trust. Must use a second factor to log in.",
        Roles.Helpdesk => "Finds a champion or a free time for colleagues who call.",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "A role that nobody gives."),
    };

    /// <summary>"Coordinator, Champion"; "Staff" only for somebody who holds nothing else.</summary>
    public static string List(Roles roles)
    {
        var held = FromTheTop.Where(role => (roles & role) != Roles.None && (role != Roles.Staff || (roles & ~Roles.Staff) == Roles.None));
        return string.Join(", ", held.Select(Of)) is { Length: > 0 } words ? words : Of(Roles.Staff);
    }

    /// <summary>"coordinator and IT helpdesk", within a sentence.</summary>
    public static string InSentence(Roles roles) => UkFormat.List(
        [.. FromTheTop.Where(role => role != Roles.Staff && (roles & role) != Roles.None).Select(role => role == Roles.Helpdesk ? "IT helpdesk" : Of(role).ToLowerInvariant())]);
}
