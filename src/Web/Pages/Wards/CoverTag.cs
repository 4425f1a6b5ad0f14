using Champions.Application.Coverage;

namespace Champions.Web.Pages.Wards;

/// <summary>Colour of the tag that says how well a ward is looked after; red asks somebody to act.</summary>
internal static class CoverTag
{
    public static string Colour(Cover cover) => cover switch
    {
        Cover.Covered => "green",
        Cover.Thin => "yellow",
        _ => "red",
    };
}
