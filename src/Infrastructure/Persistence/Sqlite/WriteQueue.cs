using Microsoft.Data.Sqlite;

namespace Champions.Infrastructure.Persistence.Sqlite;

/// <summary>
/// Lets one writer at a time into an SQLite file, in the order of asking. Without it writers poll the file lock and the
/// unlucky wait seconds. Nobody stands in it for longer than a person waits for a page: they are told that the database is busy.
/// </summary>
internal sealed class WriteQueue : IDisposable
{
    private const int SqliteBusy = 5;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    private readonly SemaphoreSlim gate = new(1, 1);

    /// <exception cref="SqliteException">The database is busy: those in front took too long.</exception>
    public async Task<IDisposable> EnterAsync(CancellationToken cancellationToken)
    {
        return await gate.WaitAsync(Patience, cancellationToken)
            ? new Turn(gate)
            : throw new SqliteException("The writers in front took too long.", SqliteBusy);
    }

    public void Dispose() => gate.Dispose();

    private sealed class Turn(SemaphoreSlim gate) : IDisposable
    {
        public void Dispose() => gate.Release();
    }
}
