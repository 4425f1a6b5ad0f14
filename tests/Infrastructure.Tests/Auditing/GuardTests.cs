using Champions.Application.Auditing;
using Champions.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Champions.Infrastructure.Tests.Auditing;

/// <summary>The database itself refuses to change the trail, whoever asks it to.</summary>
public sealed class GuardTests
{
    private const string Words = "*The audit trail is never changed.*";

    [Theory]
    [EveryDatabase("UPDATE \"AuditEntries\" SET \"Network\" = '10.0.0.9'")]
    [EveryDatabase("UPDATE \"AuditEntries\" SET \"Number\" = \"Number\" + 1000")]
    [EveryDatabase("DELETE FROM \"AuditEntries\" WHERE \"Number\" = 1")]
    [EveryDatabase("UPDATE \"AuditAnchors\" SET \"Number\" = 1")]
    [EveryDatabase("DELETE FROM \"AuditAnchors\"")]
    [EveryDatabase("UPDATE \"AuditChains\" SET \"Number\" = \"Number\" - 1")]
    [EveryDatabase("DELETE FROM \"AuditChains\"")]
    public async Task Changing_and_deleting_is_refused(DatabaseKind kind, string sql)
    {
        await using var db = await WithTrailAsync(kind);
        var before = await Snapshot.TakeAsync(db);

        var tampering = () => db.ExecuteAsync(sql);

        await tampering.Should().ThrowAsync<Exception>().WithMessage(Words);
        (await Snapshot.TakeAsync(db)).ChangedSince(before).Should().BeEmpty();
    }

    [Theory]
    [InlineData("AuditEntries")]
    [InlineData("AuditAnchors")]
    [InlineData("AuditChains")]
    public async Task Emptying_a_table_is_refused_on_PostgreSQL(string table)
    {
        await using var db = await WithTrailAsync(DatabaseKind.PostgreSql);

        var emptying = () => db.ExecuteAsync($"TRUNCATE \"{table}\"");

        await emptying.Should().ThrowAsync<Exception>().WithMessage(Words);
    }

    [Theory]
    [InlineData("AuditEntries")]
    [InlineData("AuditAnchors")]
    [InlineData("AuditChains")]
    public async Task Replacing_a_row_is_refused_on_SQLite(string table)
    {
        await using var db = await WithTrailAsync(DatabaseKind.Sqlite);

        var replacing = () => db.ExecuteAsync($"INSERT OR REPLACE INTO \"{table}\" SELECT * FROM \"{table}\"");

        await replacing.Should().ThrowAsync<Exception>().WithMessage(Words);
    }

    [Theory, EveryDatabase]
    public async Task The_program_cannot_delete_a_row_either(DatabaseKind kind)
    {
        await using var db = await WithTrailAsync(kind);

        var deleting = () => db.Run(async scope =>
        {
            var context = scope.GetRequiredService<ChampionsDbContext>();
            context.Remove(await context.AuditEntries.IgnoreQueryFilters().FirstAsync(a => a.Number == 1));
            await context.SaveChangesAsync();
        });

        (await deleting.Should().ThrowAsync<DbUpdateException>()).WithInnerException<Exception>().WithMessage(Words);
    }

    private static async Task<TestDatabase> WithTrailAsync(DatabaseKind kind)
    {
        var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        await db.SaveAsync(new AuditAnchor(trust.Trust.Id.Value, Given.Today, 2, new byte[32], new byte[32]));
        return db;
    }
}
