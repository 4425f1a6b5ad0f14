namespace Champions.Infrastructure.Outbox;

/// <summary>This process as a sender of emails, and what it can know of others.</summary>
internal interface ISenderNode
{
    /// <summary>New at each start; stands in the leases of this process.</summary>
    Guid Id { get; }

    /// <summary>Shows the others that this process lives, from now until it ends, however it ends.</summary>
    Task BeSeenAsync(CancellationToken cancellationToken);

    /// <summary>Which of these processes have ended.</summary>
    Task<IReadOnlyList<Guid>> DeadAmongAsync(IReadOnlyList<Guid> others, CancellationToken cancellationToken);
}
