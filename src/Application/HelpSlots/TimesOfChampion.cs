using Champions.Application.Abstractions;

namespace Champions.Application.HelpSlots;

internal static class TimesOfChampion
{
    /// <summary>The champion's own times, and for a coordinator those of every champion in the trust. To others they do not exist.</summary>
    public static bool MayManageTimesOf(this Actor actor, ChampionId champion) => actor.ChampionId == champion || actor.IsCoordinator;
}
