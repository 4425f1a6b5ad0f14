using System.Globalization;
using Champions.TestSupport.Databases;
using Microsoft.EntityFrameworkCore;

namespace Champions.Web.Tests.Access.Crawling;

/// <summary>Every cell of the database at one moment, by table, key of the row and column.</summary>
internal sealed class Occurrences
{
    private readonly Dictionary<(string Table, string Row, string Column), string> cells = [];

    private Occurrences()
    {
    }

    public static Task<Occurrences> ReadAsync(TestDatabase app) => app.OnDatabaseAsync(async db =>
    {
        var read = new Occurrences();
        await db.Database.OpenConnectionAsync();
        foreach (var table in db.Model.GetEntityTypes().GroupBy(t => t.GetTableName()!, StringComparer.Ordinal))
        {
            var key = table.First().FindPrimaryKey()!.Properties.Select(p => p.GetColumnName()).ToList();
            await read.ReadAsync(db, table.Key, key);
        }

        return read;
    });

    /// <summary>Columns in which any of the words stands in more cells than before.</summary>
    public IReadOnlyList<string> NewSince(Occurrences earlier, IReadOnlyCollection<string> words) =>
    [
        .. from cell in cells
           where words.Any(word => cell.Value.Contains(word, StringComparison.OrdinalIgnoreCase))
           where earlier.cells.GetValueOrDefault(cell.Key) != cell.Value
           select $"{cell.Key.Table}.{cell.Key.Column}",
    ];

    /// <summary>Cells of these columns that held something else before; rows that are new or gone do not count.</summary>
    public IReadOnlyList<string> ChangedSince(Occurrences earlier, Func<string, string, bool> isGuarded) =>
    [
        .. from cell in cells
           where isGuarded(cell.Key.Table, cell.Key.Column) && earlier.cells.TryGetValue(cell.Key, out var before) && before != cell.Value
           select $"{cell.Key.Table}.{cell.Key.Column}",
    ];

    private async Task ReadAsync(DbContext db, string table, List<string> key)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"SELECT * FROM \"{table}\"";
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            var row = string.Join('/', key.Select(k => Word(reader.GetValue(reader.GetOrdinal(k)))));
            for (var i = 0; i < reader.FieldCount; i++)
            {
                cells[(table, row, reader.GetName(i))] = Word(reader.GetValue(i));
            }
        }
    }

    private static string Word(object value) =>
        value is byte[] bytes ? Convert.ToHexString(bytes) : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}
