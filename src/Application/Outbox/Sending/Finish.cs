namespace Champions.Application.Outbox.Sending;

/// <summary>What became of an email that was claimed.</summary>
/// <param name="State">Where it goes from Sending.</param>
/// <param name="Tried">A relay was reached and did not accept.</param>
/// <param name="NextTryAt">For pending ones; null keeps the time.</param>
/// <param name="Reply">The relay's words or ours; null keeps the last ones.</param>
/// <param name="SentAt">When it was accepted.</param>
public sealed record Finish(OutboxState State, bool Tried, DateTimeOffset? NextTryAt, string? Reply, DateTimeOffset? SentAt)
{
    public static Finish Sent(string reply, DateTimeOffset now) => new(OutboxState.Sent, Tried: false, null, Cut(reply), now);

    public static Finish TryAgain(string reply, DateTimeOffset at) => new(OutboxState.Pending, Tried: true, at, Cut(reply), null);

    public static Finish Refused(string reply) => new(OutboxState.Dead, Tried: true, null, Cut(reply), null);

    /// <summary>It cannot be sent at all, by our own fault.</summary>
    public static Finish Parked(string reason) => new(OutboxState.Dead, Tried: false, null, Cut(reason), null);

    /// <summary>Nothing was tried: it is due as before, or from <paramref name="at"/> on.</summary>
    public static Finish HandedBack(string? reply = null, DateTimeOffset? at = null) => new(OutboxState.Pending, Tried: false, at, reply is null ? null : Cut(reply), null);

    private static string Cut(string reply) => reply.Length <= OutboxEmail.ReplyMax ? reply : reply[..OutboxEmail.ReplyMax];
}
