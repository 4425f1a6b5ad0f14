namespace Champions.Application.Outbox.Sending;

/// <summary>
/// The queue as the sender sees it, over all trusts. Every method is one short transaction of its own, committed when it returns, and may be called
/// from several threads.
/// </summary>
public interface IOutboxStore
{
    /// <summary>
    /// Puts emails back whose sender has died, or whose lease has run out, marked as maybe sent. Also shows other nodes that this one
    /// lives, so it is called before the first claim and again and again.
    /// </summary>
    /// <param name="now">Null while the clock cannot be trusted: then no lease runs out.</param>
    /// <param name="cancellationToken">Ends the wait for the database.</param>
    /// <returns>How many.</returns>
    Task<int> RecoverAsync(DateTimeOffset? now, CancellationToken cancellationToken);

    /// <summary>Takes due emails out of the queue that are no longer true, or no longer of use.</summary>
    Task<Dropped> DropAsync(DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>
    /// Leases due emails to this node: the soonest appointment first, digests last, and of one subject and recipient only the oldest version that
    /// still holds. No other sender can get the same ones.
    /// </summary>
    /// <param name="most">How many at most.</param>
    /// <param name="now">Emails due after it wait.</param>
    /// <param name="cancellationToken">Ends the wait for the database.</param>
    Task<IReadOnlyList<OutboxEmail>> ClaimAsync(int most, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Says what became of a leased email.</summary>
    /// <returns>False when the lease was no longer ours: another sender took over, and its word counts.</returns>
    Task<bool> FinishAsync(OutboxEmail claimed, Finish finish, CancellationToken cancellationToken);
}

/// <param name="Superseded">Newer news replaces them, or what they are about is settled.</param>
/// <param name="TooLate">Their use had passed.</param>
public sealed record Dropped(int Superseded, int TooLate);
