using Champions.Application.Abstractions;
using Champions.Domain.SupportSessions;

namespace Champions.Application.SupportSessions;

/// <summary>Which sessions a list, its totals and its export hold. Days are UK days, both included.</summary>
public sealed record SessionFilter(
    ChampionId? Champion = null,
    WardId? Ward = null,
    DigitalSystemId? System = null,
    SessionOutcome? Outcome = null,
    DateOnly? From = null,
    DateOnly? Until = null)
{
    public static SessionFilter Everything { get; } = new();

    /// <summary>
    /// A coordinator sees the trust, a champion their own. Sessions that were undone count nowhere. Runs along the indexes of trust and day,
    /// champion and day, ward and day.
    /// </summary>
    internal IQueryable<SupportSession> Of(IQueryable<SupportSession> sessions, Actor actor)
    {
        var seen = sessions.Where(s => s.UndoneAt == null);
        if (!actor.IsCoordinator)
        {
            // No champion, no row: an empty id is nobody's
            var own = actor.ChampionId ?? default;
            seen = seen.Where(s => s.ChampionId == own);
        }

        seen = Champion is { } champion ? seen.Where(s => s.ChampionId == champion) : seen;
        seen = Ward is { } ward ? seen.Where(s => s.WardId == ward) : seen;
        seen = System is { } system ? seen.Where(s => s.DigitalSystemId == system) : seen;
        seen = Outcome is { } outcome ? seen.Where(s => s.Outcome == outcome) : seen;
        seen = From is { } from ? seen.Where(s => s.OccurredOn >= from) : seen;
        return Until is { } until ? seen.Where(s => s.OccurredOn <= until) : seen;
    }
}
