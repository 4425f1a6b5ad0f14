namespace Champions.Infrastructure.Persistence.Sqlite;

/// <summary>
/// Lets one writer at a time into an SQLite file, in the order of asking. Without it writers poll the file lock and the
/// unlucky wait seconds.
/// </summary>
internal sealed class WriteQueue : IDisposable
{
    private readonly SemaphoreSlim gate = new(1, 1);

    public async Task<IDisposable> EnterAsync(CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        return new Turn(gate);
    }

    public void Dispose() => gate.Dispose();

    private sealed class Turn(SemaphoreSlim gate) : IDisposable
    {
        public void Dispose() => gate.Release();
    }
}
