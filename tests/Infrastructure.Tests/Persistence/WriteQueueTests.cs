using System.Collections.Concurrent;
using Champions.Infrastructure.Persistence.Sqlite;

namespace Champions.Infrastructure.Tests.Persistence;

/// <summary>First come, first served.</summary>
public sealed class WriteQueueTests
{
    [Fact]
    public async Task Writers_get_their_turn_in_the_order_of_asking()
    {
        using var queue = new WriteQueue();
        var served = new ConcurrentQueue<int>();
        var first = await queue.EnterAsync(default);
        var waiting = Enumerable.Range(0, 100).Select(async n =>
        {
            using (await queue.EnterAsync(default))
            {
                served.Enqueue(n);
            }
        }).ToList();

        served.Should().BeEmpty();
        first.Dispose();
        await Task.WhenAll(waiting);

        served.Should().Equal(Enumerable.Range(0, 100));
    }

    [Fact]
    public async Task One_who_gives_up_waiting_holds_nobody_up()
    {
        using var queue = new WriteQueue();
        using var given = new CancellationTokenSource();
        var first = await queue.EnterAsync(default);
        var impatient = queue.EnterAsync(given.Token);
        var patient = queue.EnterAsync(default);

        await given.CancelAsync();
        first.Dispose();

        await impatient.Invoking(turn => turn).Should().ThrowAsync<OperationCanceledException>();
        (await patient.WaitAsync(TimeSpan.FromSeconds(10))).Dispose();
    }
}
