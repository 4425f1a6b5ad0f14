using System.Globalization;
using System.Text.RegularExpressions;
using Champions.TestSupport.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Champions.Web.Tests.Access.Crawling;

/// <summary>A word of its own in front of every text that the database holds, column by column, as the model of the database names them.</summary>
internal sealed partial class Marks
{
    private const int Length = 8;

    /// <summary>Keys of the installation that no trust owns.</summary>
    private static readonly string[] Unowned = ["DataProtectionKeys"];

    private readonly Dictionary<string, string> columns = new(StringComparer.OrdinalIgnoreCase);

    private Marks()
    {
    }

    /// <summary>Columns that hold a mark now, as <c>Table.Column</c>.</summary>
    public IReadOnlyCollection<string> Columns => columns.Values;

    /// <summary>Too short for a mark.</summary>
    public List<string> TooShort { get; } = [];

    /// <summary>Of tables in which there was no row.</summary>
    public List<string> Empty { get; } = [];

    /// <summary>Marks everything that stands in the database now; rows stored later are clean.</summary>
    public static Task<Marks> SetAsync(TestDatabase app) => app.OnDatabaseAsync(async db =>
    {
        var marks = new Marks();
        await LiftGuardsAsync(db);
        var texts = from type in db.Model.GetEntityTypes()
                    let table = type.GetTableName()
                    where table is not null && !Unowned.Contains(table)
                    from property in type.GetProperties()
                    where property.ClrType == typeof(string)
                    orderby table, property.Name
                    select (Table: table, Property: property);
        foreach (var (table, property) in texts.ToList())
        {
            await marks.SetAsync(db, table, property);
        }

        return marks;
    });

    /// <summary>The columns whose marks stand in the text.</summary>
    public IEnumerable<string> In(string text) => Mark().Matches(text).Select(m => columns.GetValueOrDefault(m.Value, m.Value)).Distinct(StringComparer.Ordinal);

    private async Task SetAsync(DbContext db, string table, IProperty property)
    {
        var column = property.GetColumnName();
        var name = $"{table}.{column}";
        var max = property.GetMaxLength() ?? 4000;
        if (max < Length)
        {
            TooShort.Add(name);
            return;
        }

        var mark = string.Create(CultureInfo.InvariantCulture, $"zq{columns.Count:x4}qz");
        var old = $"COALESCE(\"{column}\", '')";
        var marked = $"CASE WHEN {old} LIKE 'https://%' THEN replace({old}, 'https://', 'https://{mark}.') WHEN {old} LIKE '{{%' THEN replace({old}, '{{', '{{\"{mark}\":\"{mark}\"'"
            + $" || CASE WHEN {old} = '{{}}' THEN '' ELSE ',' END) ELSE '{mark}' || {old} END";
        var count = await db.Database.ExecuteSqlRawAsync($"UPDATE \"{table}\" SET \"{column}\" = substr({marked}, 1, {max})".Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal));
        if (count == 0)
        {
            Empty.Add(name);
        }
        else
        {
            columns[mark] = name;
        }
    }

    /// <summary>The database itself refuses changes of the audit trail, from the program and from here.</summary>
    private static async Task LiftGuardsAsync(DbContext db)
    {
        if (db.Database.ProviderName?.Contains("Sqlite", StringComparison.Ordinal) != true)
        {
            await db.Database.ExecuteSqlRawAsync("ALTER TABLE \"AuditEntries\" DISABLE TRIGGER ALL");
            return;
        }

        await db.Database.ExecuteSqlRawAsync("DROP TRIGGER \"AuditEntries_stay\"");
    }

    [GeneratedRegex("zq[0-9a-f]{4}qz", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Mark();
}
