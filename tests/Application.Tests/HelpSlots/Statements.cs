using System.Collections.Concurrent;
using System.Data.Common;
using Champions.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Champions.Application.Tests.HelpSlots;

/// <summary>Collects the statements that read times, and asks SQLite how it would go about them.</summary>
internal sealed class Statements : DbCommandInterceptor
{
    private readonly ConcurrentQueue<string> texts = [];

    public void Clear() => texts.Clear();

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        if (command.CommandText.Contains("FROM \"HelpSlots\"", StringComparison.Ordinal))
        {
            texts.Enqueue(command.CommandText);
        }

        return ValueTask.FromResult(result);
    }

    /// <summary>One plan for each statement, its steps joined by semicolons.</summary>
    public Task<IReadOnlyList<string>> PlansAsync(TestDatabase db) => db.Run<IReadOnlyList<string>>(async services =>
    {
        var database = services.GetRequiredService<ChampionsDbContext>().Database;
        await database.OpenConnectionAsync();
        var plans = new List<string>();
        foreach (var text in texts)
        {
            await using var explain = database.GetDbConnection().CreateCommand();
            explain.CommandText = "EXPLAIN QUERY PLAN " + text;
            foreach (var name in Parameters(text))
            {
                var parameter = explain.CreateParameter();
                (parameter.ParameterName, parameter.Value) = (name, 1);
                explain.Parameters.Add(parameter);
            }

            var steps = new List<string>();
            await using var reader = await explain.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                steps.Add(reader.GetString(3));
            }

            plans.Add(string.Join("; ", steps));
        }

        return plans;
    });

    private static IEnumerable<string> Parameters(string text) => text
        .Split([' ', ')', '(', ',', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)
        .Where(word => word.StartsWith('@'))
        .Distinct();
}
