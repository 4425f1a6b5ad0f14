using Champions.Application.SupportSessions;

namespace Champions.Web.Pages.Sessions;

/// <summary>A ward in a drop-down list: its site is named when the trust has several, and that it is closed when it is.</summary>
internal static class WardWords
{
    public static string Of(WardChoice ward, IReadOnlyList<WardChoice> all)
    {
        var name = all.Any(w => w.Site != ward.Site) ? $"{ward.Name}, {ward.Site}" : ward.Name;
        return ward.IsClosed ? name + " (closed)" : name;
    }
}
