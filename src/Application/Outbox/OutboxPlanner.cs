using Champions.Application.Abstractions;
using Champions.Application.Outbox.Planning;
using Champions.Domain.Champions;
using Champions.Domain.Common;

namespace Champions.Application.Outbox;

internal sealed class OutboxPlanner(BookingEmails bookings, AssignmentEmails assignments) : IOutboxPlanner
{
    public async Task PlanAsync(IChampionsDb db, IReadOnlyCollection<DomainEvent> events, CancellationToken cancellationToken)
    {
        if (BookingChange.In(events) is { Count: > 0 } changes)
        {
            await bookings.PlanAsync(db, changes, cancellationToken);
        }

        if (events.OfType<AssignmentStarted>().ToList() is { Count: > 0 } started)
        {
            await assignments.PlanAsync(db, started, cancellationToken);
        }
    }
}
