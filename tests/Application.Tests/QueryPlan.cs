using Champions.Application.Abstractions;
using Champions.TestSupport.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Champions.Application.Tests;

/// <summary>How a database says it would go about a query.</summary>
internal static class QueryPlan
{
    /// <summary>PostgreSQL would read tables of a few rows whole; with that forbidden it shows which index it could use.</summary>
    public static async Task<string> ExplainAsync<T>(DatabaseKind kind, IServiceProvider scope, IQueryable<T> query)
    {
        var context = (DbContext)scope.GetRequiredService<IChampionsDb>();
        await context.Database.OpenConnectionAsync();
        await using var command = query.CreateDbCommand();
        if (kind == DatabaseKind.PostgreSql)
        {
            await context.Database.ExecuteSqlRawAsync("SET enable_seqscan = off");
        }

        command.CommandText = (kind == DatabaseKind.PostgreSql ? "EXPLAIN " : "EXPLAIN QUERY PLAN ") + command.CommandText;
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync())
        {
            lines.Add(reader.GetString(reader.FieldCount - 1));
        }

        return string.Join('\n', lines);
    }
}
