using System.Text;
using Champions.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Champions.TestSupport.Databases;

/// <summary>Looks through everything that is stored, whatever it is.</summary>
public static class Traces
{
    /// <summary>Tables and columns of the model, sorted, in which one of the words stands: in any text, and in bytes read as text.</summary>
    public static Task<IReadOnlyList<string>> WhereAsync(this TestDatabase database, params string[] words) =>
        database.Run<IReadOnlyList<string>>(async scope =>
        {
            var db = scope.GetRequiredService<ChampionsDbContext>();
            await db.Database.OpenConnectionAsync();
            var places = new SortedSet<string>(StringComparer.Ordinal);
            foreach (var table in db.Model.GetEntityTypes().Select(t => t.GetTableName()).OfType<string>().Distinct(StringComparer.Ordinal))
            {
                await using var command = db.Database.GetDbConnection().CreateCommand();
                command.CommandText = $"SELECT * FROM \"{table}\"";
                await using var reader = await command.ExecuteReaderAsync();
                while (await reader.ReadAsync())
                {
                    foreach (var column in Enumerable.Range(0, reader.FieldCount).Where(c => Holds(reader.GetValue(c), words)))
                    {
                        places.Add($"{table}.{reader.GetName(column)}");
                    }
                }
            }

            return [.. places];
        });

    private static bool Holds(object value, string[] words)
    {
        var text = value switch
        {
            string written => written,
            byte[] bytes => Encoding.UTF8.GetString(bytes),
            _ => "",
        };
        return words.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
    }
}
