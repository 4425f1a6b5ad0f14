using Champions.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Champions.Infrastructure.Tests.Persistence;

/// <summary>What the migrations of the two databases really made, read from their own catalogues.</summary>
public sealed class ParityTests
{
    private const string SqliteColumns =
        "SELECT m.name || '.' || c.name || CASE WHEN c.\"notnull\" = 1 THEN '' ELSE '?' END AS \"Value\" FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite%' AND m.name NOT LIKE '\\_\\_%' ESCAPE '\\'";

    private const string PostgresColumns =
        "SELECT table_name || '.' || column_name || CASE WHEN is_nullable = 'NO' THEN '' ELSE '?' END AS \"Value\" FROM information_schema.columns WHERE table_schema = 'public' AND table_name NOT LIKE '\\_\\_%'";

    private const string SqliteIndexes =
        "SELECT m.name || ' ' || i.name || CASE WHEN i.\"unique\" = 1 THEN ' unique' ELSE '' END || CASE WHEN i.partial = 1 THEN ' partial' ELSE '' END AS \"Value\" FROM sqlite_master m, pragma_index_list(m.name) i WHERE m.type = 'table' AND i.origin = 'c'";

    private const string PostgresIndexes =
        "SELECT t.relname || ' ' || x.relname || CASE WHEN i.indisunique THEN ' unique' ELSE '' END || CASE WHEN i.indpred IS NOT NULL THEN ' partial' ELSE '' END AS \"Value\" FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid JOIN pg_class t ON t.oid = i.indrelid JOIN pg_namespace n ON n.oid = t.relnamespace WHERE n.nspname = 'public' AND NOT i.indisprimary AND t.relname NOT LIKE '\\_\\_%'";

    [Fact]
    public async Task Tables_and_columns_are_the_same_on_both_databases() => await Compare(SqliteColumns, PostgresColumns, atLeast: 100);

    [Fact]
    public async Task Indexes_are_the_same_on_both_databases() => await Compare(SqliteIndexes, PostgresIndexes, atLeast: 20);

    private static async Task Compare(string sqliteQuery, string postgresQuery, int atLeast)
    {
        await using var sqlite = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var postgres = await TestDatabase.CreateAsync(DatabaseKind.PostgreSql);

        var onSqlite = await Read(sqlite, sqliteQuery);
        var onPostgres = await Read(postgres, postgresQuery);

        onSqlite.Should().HaveCountGreaterThan(atLeast);
        onSqlite.Except(onPostgres, StringComparer.Ordinal).Should().BeEmpty("of what SQLite has and PostgreSQL lacks");
        onPostgres.Except(onSqlite, StringComparer.Ordinal).Should().BeEmpty("of what PostgreSQL has and SQLite lacks");
    }

    private static Task<List<string>> Read(TestDatabase db, string sql) =>
        db.Run(scope => scope.GetRequiredService<ChampionsDbContext>().Database.SqlQueryRaw<string>(sql).ToListAsync());
}
