using Champions.Application.Abstractions;
using Champions.Domain.SupportSessions;

namespace Champions.Application.SupportSessions;

/// <summary>Who may see and who may change a session of their own trust, and its follow-up. For others it does not exist.</summary>
internal static class SessionRights
{
    public static bool MaySee(Actor actor, ChampionId champion) => actor.IsCoordinator || actor.ChampionId == champion;

    /// <summary>The champion who helped, or the coordinator who logged it for them.</summary>
    public static bool MayChange(Actor actor, ChampionId champion, StaffMemberId loggedBy) =>
        actor.ChampionId == champion || (actor.IsCoordinator && actor.PersonId == loggedBy);

    public static bool MayChange(Actor actor, SupportSession session) => MayChange(actor, session.ChampionId, session.LoggedById);
}
