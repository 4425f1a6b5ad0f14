using Champions.Application.Abstractions;
using Champions.Domain.Accounts;
using Champions.Domain.Common;
using Champions.Domain.HelpSlots;
using Champions.Infrastructure.AcrossTrusts;
using Champions.Infrastructure.Persistence;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Champions.Infrastructure.Tests.Persistence;

/// <summary>Another program, a backup for example, holds the write lock of the file.</summary>
public sealed class BusySqliteTests
{
    [Fact]
    public async Task A_short_lock_is_waited_out()
    {
        await using var db = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(db);
        await using var other = await LockAsync(db);

        var offering = OfferAsync(db, trust);
        offering.IsCompleted.Should().BeFalse("the file is locked");
        await ExecuteAsync(other, "ROLLBACK");

        (await offering).IsSuccess.Should().BeTrue();
        (await db.AllAsync<HelpSlot>()).Should().ContainSingle();
    }

    [Fact]
    public async Task A_long_lock_ends_in_a_busy_database_for_everybody_who_waits_and_stores_nothing()
    {
        await using var db = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(db);
        await using var other = await LockAsync(db);

        // The lock is never given back: that these end at all is what is tested
        var waiting = Enumerable.Range(0, 3).Select(_ => OfferAsync(db, trust)).ToList();
        foreach (var offering in waiting)
        {
            var fault = (await offering.Awaiting(o => o).Should().ThrowAsync<Exception>()).Which;
            DatabaseFaults.IsUnavailable(fault).Should().BeTrue();
        }

        await ExecuteAsync(other, "ROLLBACK");
        (await db.AllAsync<HelpSlot>()).Should().BeEmpty();
    }

    [Fact]
    public async Task Who_is_logged_in_still_reads_while_the_file_is_locked()
    {
        await using var db = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(db);
        var account = Account.For(trust.Colleague, Roles.None, Given.Now);
        var session = AccountSession.Start(account, new SessionStart(SignInMethod.EmailCode, false, false, "Chrome", "10.1.1.1"), Given.Now);
        await db.SaveAsync(account, session);
        db.Clock.Advance(AccountSession.SeenEvery);
        await using var other = await LockAsync(db);

        var found = await db.Run(scope => scope.GetRequiredService<AccountRights>()
            .FindAsync(scope.GetRequiredService<ChampionsDbContext>(), session.Id, default));

        found.Rights!.Actor.PersonId.Should().Be(trust.Colleague.Id);
        await ExecuteAsync(other, "ROLLBACK");
        (await db.AllAsync<AccountSession>()).Single().LastSeenAt.Should().Be(Given.Now, "that could not be stored");
    }

    private static Task<Result<int>> OfferAsync(TestDatabase db, SmallTrust trust) =>
        Task.Run(() => db.ActAs(trust.AsChampion, scope => scope.GetRequiredService<IChampionsDb>().RunAsync<int>(
            async ct =>
            {
                var context = scope.GetRequiredService<IChampionsDb>();
                context.HelpSlots.Add(Given.Slot(trust.Champion));
                return await context.SaveChangesAsync(ct);
            },
            _ => null,
            default)));

    private static async Task<SqliteConnection> LockAsync(TestDatabase db)
    {
        var other = new SqliteConnection(new SqliteConnectionStringBuilder(db.ConnectionString) { Pooling = false }.ConnectionString);
        await other.OpenAsync();
        await ExecuteAsync(other, "BEGIN IMMEDIATE");
        return other;
    }

    private static async Task ExecuteAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
