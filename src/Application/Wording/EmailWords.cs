using Champions.Application.Outbox;
using Champions.Application.Outbox.Reading;

namespace Champions.Application.Wording;

/// <summary>How an email stands, as coordinators read it.</summary>
public static class EmailWords
{
    public static string Of(EmailStanding standing) => standing switch
    {
        EmailStanding.Waiting => "Waiting",
        EmailStanding.Sent => "Sent",
        EmailStanding.Failed => "Not delivered",
        EmailStanding.NotSent => "Not needed",
        _ => throw new ArgumentOutOfRangeException(nameof(standing), standing, "A standing without words."),
    };

    public static EmailStanding StandingOf(OutboxState state) => state switch
    {
        OutboxState.Pending or OutboxState.Sending => EmailStanding.Waiting,
        OutboxState.Sent => EmailStanding.Sent,
        OutboxState.Dead => EmailStanding.Failed,
        OutboxState.Superseded => EmailStanding.NotSent,
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "An email state without a standing."),
    };
}
