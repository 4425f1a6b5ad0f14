using Champions.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Champions.Infrastructure.Persistence;

/// <summary>Runs a command until it is decided: done, refused by a rule, or out of tries.</summary>
internal static class CommandRetry
{
    private const int MaxTries = 12;

    private static readonly Error TooBusy = Error.Conflict(
        "Database.Busy", "Somebody else was changing this at the same moment. Look at it again and try once more.");

    public static async Task<Result<T>> RunAsync<T>(
        ChampionsDbContext context,
        Func<CancellationToken, Task<Result<T>>> command,
        Func<string, Error?> onTaken,
        CancellationToken cancellationToken)
    {
        for (var attempt = 1; attempt <= MaxTries; attempt++)
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

            await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(2, 10 * attempt)), cancellationToken);
        }

        return TooBusy;
    }
}
