using Champions.Domain.Champions;

namespace Champions.Web.Pages.People;

/// <summary>Colour of the tag with a champion's status.</summary>
internal static class ChampionStatusTag
{
    public static string Colour(ChampionStatus status) => status switch
    {
        ChampionStatus.Active => "green",
        ChampionStatus.Applied or ChampionStatus.AwaitingManager => "blue",
        _ => "grey",
    };
}
