using Champions.Application.Abstractions;
using Champions.Domain.Common;
using Champions.Domain.FollowUps;
using Champions.Domain.SupportSessions;

namespace Champions.Application.SupportSessions;

/// <summary>The follow-up that a session promises.</summary>
internal static class SessionFollowUp
{
    /// <summary>Adds it to the unit of work; null when that went well or none is wanted.</summary>
    public static Error? Open(IChampionsDb db, SupportSession session, bool wanted, NewFollowUp? promise, DateOnly today, DateTimeOffset now)
    {
        if (!wanted)
        {
            return null;
        }

        if (promise is null)
        {
            return FollowUpErrors.Needed;
        }

        var followUp = FollowUp.Open(session.TrustId, session.Id, session.ChampionId, promise.DueOn, promise.What, today, now);
        if (followUp.IsSuccess)
        {
            db.FollowUps.Add(followUp.Value);
        }

        return followUp.Error;
    }
}
