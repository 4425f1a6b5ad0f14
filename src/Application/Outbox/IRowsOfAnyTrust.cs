using Champions.Application.Abstractions;
using Champions.Domain.Common;

namespace Champions.Application.Outbox;

/// <summary>
/// Rows by their id, whatever trust they belong to: emails are planned for jobs and imports too, which have no actor and so would
/// see no row. Used for nothing but what an email says.
/// </summary>
public interface IRowsOfAnyTrust
{
    /// <summary>Rows of the unit of work as they are about to be stored; others as they are stored, not tracked.</summary>
    /// <typeparam name="T">An entity with a key named Id.</typeparam>
    /// <typeparam name="TId">The type of its key.</typeparam>
    Task<IReadOnlyDictionary<TId, T>> FindAsync<T, TId>(IChampionsDb db, IEnumerable<TId> ids, CancellationToken cancellationToken)
        where T : class
        where TId : struct, IId<TId>;

    /// <summary>Emails about a subject to a recipient, tracked, oldest first.</summary>
    /// <param name="db">The unit of work that may take them back.</param>
    /// <param name="orderKeys">See <see cref="OutboxEmail.OrderKeyOf"/>.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    Task<IReadOnlyList<OutboxEmail>> EmailsAsync(IChampionsDb db, IReadOnlyCollection<string> orderKeys, CancellationToken cancellationToken);
}
