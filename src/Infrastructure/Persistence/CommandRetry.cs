using Champions.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Champions.Infrastructure.Persistence;

/// <summary>Runs a command until it is decided: done, refused by a rule, or out of tries.</summary>
internal static class CommandRetry
{
    private const int MaxTries = 12;

    /// <summary>Tries beside everybody else. Whoever still has not won then waits in line, so that those in line no longer stop each other.</summary>
    private const int TriesInTheOpen = 3;

    /// <summary>Longest wait for the place in line.</summary>
    private static readonly TimeSpan LinePatience = TimeSpan.FromSeconds(8);

    private static readonly SemaphoreSlim Line = new(1, 1);

    private static readonly Error TooBusy = Error.Conflict(
        "Database.Busy", "Somebody else was changing this at the same moment. Look at it again and try once more.");

    public static async Task<Result<T>> RunAsync<T>(
        ChampionsDbContext context,
        Func<CancellationToken, Task<Result<T>>> command,
        Func<string, Error?> onTaken,
        CancellationToken cancellationToken)
    {
        if (await TryAsync(context, command, onTaken, 1, TriesInTheOpen, cancellationToken) is { } decided)
        {
            return decided;
        }

        if (!await Line.WaitAsync(LinePatience, cancellationToken))
        {
            return TooBusy;
        }

        try
        {
            return await TryAsync(context, command, onTaken, TriesInTheOpen + 1, MaxTries, cancellationToken) ?? TooBusy;
        }
        finally
        {
            Line.Release();
        }
    }

    /// <summary>Null when another writer won every time.</summary>
    private static async Task<Result<T>?> TryAsync<T>(
        ChampionsDbContext context,
        Func<CancellationToken, Task<Result<T>>> command,
        Func<string, Error?> onTaken,
        int first,
        int last,
        CancellationToken cancellationToken)
    {
        for (var attempt = first; attempt <= last; attempt++)
        {
            try
            {
                var result = await command(cancellationToken);
                if (!result.IsSuccess)
                {
                    context.ChangeTracker.Clear();
                }

                return result;
            }
            catch (DbUpdateConcurrencyException)
            {
                context.ChangeTracker.Clear();
            }
            catch (Exception fault) when (UniqueViolation.KeyOf(fault, context.Model) is { } key)
            {
                context.ChangeTracker.Clear();
                if (onTaken(key) is { } error)
                {
                    return error;
                }
            }
            catch (Exception fault) when (DatabaseFaults.IsTransient(fault) && attempt < MaxTries)
            {
                context.ChangeTracker.Clear();
            }
            catch
            {
                // A job goes on with the next row in the same context, and must not try to store this one with it
                context.ChangeTracker.Clear();
                throw;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(2, 10 * attempt)), cancellationToken);
        }

        return null;
    }
}
