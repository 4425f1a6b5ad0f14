using Champions.Infrastructure.Persistence;
using Npgsql;

namespace Champions.Infrastructure.Outbox;

/// <summary>
/// A living process holds an advisory lock, made from its id, on a connection of its own and of no pool. The server lets go of it when the
/// process or its connection ends, so whoever can take the lock knows that the holder is gone.
/// </summary>
internal sealed class PostgresSenderNode(NpgsqlDataSource database, DatabaseOptions options, TimeProvider clock) : ISenderNode, IAsyncDisposable
{
    private readonly string unpooled = new NpgsqlConnectionStringBuilder(options.ConnectionString) { Pooling = false }.ToString();
    private readonly SemaphoreSlim gate = new(1, 1);
    private NpgsqlConnection? holder;

    public Guid Id { get; } = Guid.CreateVersion7(clock.GetUtcNow());

    public async Task BeSeenAsync(CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            if (holder is not null && await AnswersAsync(holder, cancellationToken))
            {
                return;
            }

            await LetGoAsync();
            var connection = new NpgsqlConnection(unpooled);
            try
            {
                await connection.OpenAsync(cancellationToken);
                await AskAsync(connection, "SELECT pg_advisory_lock(@key)", Id, cancellationToken);
                holder = connection;
            }
            catch
            {
                await connection.DisposeAsync();
                throw;
            }
        }
        finally
        {
            gate.Release();
        }
    }

    public async Task<IReadOnlyList<Guid>> DeadAmongAsync(IReadOnlyList<Guid> others, CancellationToken cancellationToken)
    {
        var dead = new List<Guid>();
        if (others.Count == 0)
        {
            return dead;
        }

        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        foreach (var other in others)
        {
            // Taken for this statement alone
            if (await AskAsync(connection, "SELECT pg_try_advisory_xact_lock(@key)", other, cancellationToken) is true)
            {
                dead.Add(other);
            }
        }

        return dead;
    }

    public async ValueTask DisposeAsync()
    {
        await LetGoAsync();
        gate.Dispose();
    }

    /// <summary>A lock is named by 64 bits.</summary>
    private static long KeyOf(Guid node)
    {
        var bytes = node.ToByteArray();
        return BitConverter.ToInt64(bytes, 0) ^ BitConverter.ToInt64(bytes, 8);
    }

    private static async Task<object?> AskAsync(NpgsqlConnection connection, string sql, Guid node, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddWithValue("key", KeyOf(node));
        return await command.ExecuteScalarAsync(cancellationToken);
    }

    private static async Task<bool> AnswersAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        try
        {
            await using var command = new NpgsqlCommand("SELECT 1", connection);
            await command.ExecuteScalarAsync(cancellationToken);
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
        catch (InvalidOperationException)
        {
            // The connection broke earlier and is closed
            return false;
        }
    }

    private async Task LetGoAsync()
    {
        if (holder is { } connection)
        {
            holder = null;
            await connection.DisposeAsync();
        }
    }
}
