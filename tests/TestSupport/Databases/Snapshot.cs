using System.Globalization;
using System.Text;
using Champions.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Champions.TestSupport.Databases;

/// <summary>Every value of every table, to see whether anything at all has changed.</summary>
public sealed class Snapshot
{
    private readonly SortedDictionary<string, string> tables;

    private Snapshot(SortedDictionary<string, string> tables) => this.tables = tables;

    public static Task<Snapshot> TakeAsync(TestDatabase db) => db.Run(async scope =>
    {
        var context = scope.GetRequiredService<ChampionsDbContext>();
        var names = context.Model.GetEntityTypes().Select(t => t.GetTableName()).OfType<string>().Distinct(StringComparer.Ordinal);
        var read = new SortedDictionary<string, string>(StringComparer.Ordinal);
        await context.Database.OpenConnectionAsync();
        foreach (var name in names)
        {
            read[name] = await RowsAsync(context, name);
        }

        return new Snapshot(read);
    });

    /// <summary>Names of the tables that differ.</summary>
    public IReadOnlyList<string> ChangedSince(Snapshot earlier) =>
        [.. tables.Where(t => !string.Equals(earlier.tables[t.Key], t.Value, StringComparison.Ordinal)).Select(t => t.Key)];

    /// <summary>Whether a value stands anywhere, as text or as bytes of text.</summary>
    public bool Contains(string value) => tables.Values.Any(rows =>
        rows.Contains(value, StringComparison.OrdinalIgnoreCase) || rows.Contains(Convert.ToHexString(Encoding.UTF8.GetBytes(value)), StringComparison.Ordinal));

    private static async Task<string> RowsAsync(ChampionsDbContext context, string table)
    {
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"SELECT * FROM \"{table}\"";
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => Word(reader.GetValue(i)))));
        }

        rows.Sort(StringComparer.Ordinal);
        return string.Join('\n', rows);
    }

    private static string? Word(object value) =>
        value is byte[] bytes ? Convert.ToHexString(bytes) : Convert.ToString(value, CultureInfo.InvariantCulture);
}
