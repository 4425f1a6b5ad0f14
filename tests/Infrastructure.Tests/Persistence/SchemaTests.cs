using Champions.Infrastructure.Persistence;
using Champions.Infrastructure.Persistence.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Champions.Infrastructure.Tests.Persistence;

/// <summary>From nothing to the schema of this build, and the ways in which a start is refused.</summary>
public sealed class SchemaTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(30);

    [Theory, EveryDatabase]
    public async Task An_empty_database_is_brought_up_to_date_once(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateEmptyAsync(kind);
        var schema = db.Services.GetRequiredService<ISchema>();
        (await schema.IsReadyAsync(default)).Should().BeFalse();

        await schema.MigrateAsync(default);
        await schema.MigrateAsync(default);

        (await schema.IsReadyAsync(default)).Should().BeTrue();
        await schema.PrepareToServeAsync(default);
        await SmallTrust.CreateAsync(db);
        (await db.AllAsync<Domain.Wards.Ward>()).Should().HaveCount(2);
    }

    [Theory, EveryDatabase]
    public async Task A_database_of_a_newer_version_is_refused_and_left_alone(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        await db.ExecuteAsync("INSERT INTO \"__EFMigrationsHistory\" (\"MigrationId\", \"ProductVersion\") VALUES ('99990101000000_FromTheFuture', '99.0')");
        var before = await Snapshot.TakeAsync(db);
        var schema = db.Services.GetRequiredService<ISchema>();

        var migrating = () => schema.MigrateAsync(default);
        var serving = () => schema.PrepareToServeAsync(default);

        const string Words = "The database was changed by a newer version of Champions. Start that version instead.";
        (await migrating.Should().ThrowAsync<StartRefusedException>()).WithMessage(Words);
        (await serving.Should().ThrowAsync<StartRefusedException>()).WithMessage(Words);
        (await Snapshot.TakeAsync(db)).ChangedSince(before).Should().BeEmpty();
    }

    [Fact]
    public async Task A_process_killed_inside_a_migration_does_not_stop_the_next_one()
    {
        await using var db = await TestDatabase.CreateEmptyAsync(DatabaseKind.Sqlite);
        await db.ExecuteAsync("CREATE TABLE \"__EFMigrationsLock\" (\"Id\" INTEGER NOT NULL PRIMARY KEY, \"Timestamp\" TEXT NOT NULL)");
        await db.ExecuteAsync("INSERT INTO \"__EFMigrationsLock\" VALUES (1, '2026-11-24 09:59:00')");
        var schema = db.Services.GetRequiredService<ISchema>();

        await schema.MigrateAsync(default).WaitAsync(Soon);

        (await schema.IsReadyAsync(default)).Should().BeTrue();
    }

    [Fact]
    public async Task A_PostgreSQL_node_changes_nothing_and_asks_for_the_migrate_verb()
    {
        await using var db = await TestDatabase.CreateEmptyAsync(DatabaseKind.PostgreSql);

        var serving = () => db.Services.GetRequiredService<ISchema>().PrepareToServeAsync(default);

        (await serving.Should().ThrowAsync<StartRefusedException>())
            .WithMessage("The database is not up to date. Run the migrate verb of this version first.");
        var tables = await db.Run(scope => scope.GetRequiredService<ChampionsDbContext>().Database
            .SqlQueryRaw<int>("SELECT COUNT(*)::int AS \"Value\" FROM information_schema.tables WHERE table_schema = 'public' AND table_name = 'Trusts'")
            .SingleAsync());
        tables.Should().Be(0);
    }

    [Fact]
    public async Task Two_migrate_verbs_at_once_on_PostgreSQL_both_end_well()
    {
        await using var db = await TestDatabase.CreateEmptyAsync(DatabaseKind.PostgreSql);
        var schema = db.Services.GetRequiredService<ISchema>();

        await Task.WhenAll(schema.MigrateAsync(default), schema.MigrateAsync(default));

        (await schema.IsReadyAsync(default)).Should().BeTrue();
    }

    [Fact]
    public async Task A_second_process_may_not_use_the_same_SQLite_file()
    {
        await using var db = await TestDatabase.CreateEmptyAsync(DatabaseKind.Sqlite);
        await db.Services.GetRequiredService<ISchema>().MigrateAsync(default);
        var path = new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(db.ConnectionString).DataSource;

        var second = () => DataFileLock.Take(path);

        second.Should().Throw<StartRefusedException>().WithMessage("Another process already uses *Stop it first, or use PostgreSQL for several processes.");
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_refused_in_one_sentence()
    {
        await using var db = await TestDatabase.CreateEmptyAsync(DatabaseKind.Sqlite);
        var path = new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(db.ConnectionString).DataSource;
        await File.WriteAllTextAsync(path, string.Concat(Enumerable.Repeat("This is a shopping list. ", 100)));

        var migrating = () => db.Services.GetRequiredService<ISchema>().MigrateAsync(default);

        (await migrating.Should().ThrowAsync<StartRefusedException>()).WithMessage($"The database file {path} cannot be used:*");
    }

    [Fact]
    public async Task The_SQLite_file_is_kept_safe_against_crashes_and_dangling_rows()
    {
        await using var db = await TestDatabase.CreateEmptyAsync(DatabaseKind.Sqlite);
        await db.Services.GetRequiredService<ISchema>().MigrateAsync(default);

        var values = await db.Run(async scope =>
        {
            var database = scope.GetRequiredService<ChampionsDbContext>().Database;
            await database.OpenConnectionAsync();
            return new[] { "journal_mode", "synchronous", "foreign_keys", "busy_timeout" }.Select(pragma =>
            {
                using var command = database.GetDbConnection().CreateCommand();
                command.CommandText = $"PRAGMA {pragma}";
                return command.ExecuteScalar()!.ToString();
            }).ToList();
        });

        values.Should().Equal("wal", "2", "1", "5000");
    }
}
