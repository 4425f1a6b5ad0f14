using Champions.Application.Abstractions;
using Champions.Application.Auditing;
using Champions.Domain.Common;
using Champions.Domain.Wards;
using Champions.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Champions.Infrastructure.Tests.Auditing;

/// <summary>However many write at once, and whatever becomes of their changes, the chain has no gap and no row too many.</summary>
public sealed class WritingTests
{
    private const int Writers = 24;

    [Theory, EveryDatabase]
    public async Task Writers_of_two_trusts_at_once_leave_whole_chains(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        SmallTrust[] trusts = [await SmallTrust.CreateAsync(db), await SmallTrust.CreateOtherAsync(db)];
        var before = (await db.AllAsync<AuditEntry>()).Count;

        await Task.WhenAll(Enumerable.Range(0, Writers).Select(n => AddAsync(trusts[n % 2], $"W{n}")));

        (await db.AllAsync<AuditEntry>()).Should().HaveCount(before + Writers);
        await CheckAsync(db);
    }

    [Theory, EveryDatabase]
    public async Task Many_who_begin_the_same_chain_at_once_all_succeed(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = Given.Trust();
        var site = Given.Site(trust.Id);
        await db.SaveAsync(trust);
        await db.ExecuteAsync($"{Insert("Sites", ["Id", "TrustId", "Code", "OdsName", "Name", "Address", "Postcode", "OpenedOn", "Version"],
            Of(kind, site.Id.Value), Of(kind, trust.Id.Value), "'X'", "'X'", "'X'", "''", "''", "'2020-01-01'", "0")}");

        await Task.WhenAll(Enumerable.Range(0, 8).Select(n => db.SaveAsync(Given.Ward(site, $"W{n}"))));

        (await db.AllAsync<AuditEntry>()).Where(a => a.TrustId == trust.Id).Select(a => a.Number).Should().BeEquivalentTo(Enumerable.Range(1, 8));
        await CheckAsync(db);
    }

    [Theory, EveryDatabase]
    public async Task A_command_that_is_rolled_back_leaves_nothing(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var before = await Snapshot.TakeAsync(db);

        var failing = () => db.Run(scope =>
        {
            var context = scope.GetRequiredService<ChampionsDbContext>();
            return context.InTransactionAsync<int>(
                async ct =>
                {
                    context.Add(Given.Ward(trust.Site, "NEW"));
                    await context.SaveChangesAsync(ct);
                    throw new TimeoutException("Something later went wrong.");
                },
                default);
        });

        await failing.Should().ThrowAsync<TimeoutException>();
        (await Snapshot.TakeAsync(db)).ChangedSince(before).Should().BeEmpty();
        await AddAsync(trust, "NEXT");
        await CheckAsync(db);
    }

    [Theory, EveryDatabase]
    public async Task A_save_that_met_a_taken_key_and_is_tried_again_leaves_one_row(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var tries = 0;

        var result = await db.ActAs(trust.AsCoordinator, scope => scope.GetRequiredService<IChampionsDb>().RunAsync<int>(
            async ct =>
            {
                var context = scope.GetRequiredService<IChampionsDb>();
                context.Wards.Add(Given.Ward(trust.Site, ++tries < 3 ? trust.Ward.Code : "FREE"));
                return await context.SaveChangesAsync(ct);
            },
            _ => null,
            default));

        result.IsSuccess.Should().BeTrue();
        tries.Should().Be(3);
        (await RowsOfAsync(db, nameof(Ward))).Should().Be(3, "two were there before");
        await CheckAsync(db);
    }

    [Theory, EveryDatabase]
    public async Task The_same_context_that_failed_may_save_again_and_writes_each_row_once(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);

        await db.Run(async scope =>
        {
            var context = scope.GetRequiredService<ChampionsDbContext>();
            var (taken, free) = (Given.Ward(trust.Site, trust.Ward.Code), Given.Ward(trust.Site, "FREE"));
            context.AddRange(taken, free);
            await context.Invoking(c => c.SaveChangesAsync()).Should().ThrowAsync<DbUpdateException>();
            context.Entry(taken).State = EntityState.Detached;
            await context.SaveChangesAsync();
        });

        (await RowsOfAsync(db, nameof(Ward))).Should().Be(3);
        await CheckAsync(db);
    }

    [Theory, EveryDatabase]
    public async Task An_end_that_was_tampered_with_stops_nobody_and_is_never_made_good(DatabaseKind kind)
    {
        await using var trail = await TamperedTrail.CreateAsync(kind);
        var row = trail.Rows.Last(r => r.TrustId is not null);
        await trail.Db.ExecuteAsync($"DELETE FROM \"AuditEntries\" WHERE \"Chain\" = {trail.Of(row.Chain)} AND \"Number\" = {row.Number}");
        var before = trail.Rows[^2];
        await trail.Db.ExecuteAsync($"UPDATE \"AuditChains\" SET \"Number\" = {before.Number}, \"Hash\" = {trail.Of(before.Hash)} WHERE \"Id\" = {trail.Of(row.Chain)}");

        var site = (await trail.Db.AllAsync<Domain.Trusts.Site>()).First(s => s.TrustId == row.TrustId);
        await trail.Db.SaveAsync(Given.Ward(site, "AFTER"));

        (await trail.Db.Run(scope => trail.CheckAsync(scope.GetRequiredService<ChampionsDbContext>())))
            .Should().Contain($"{row.Chain}: EndDiffers at row {row.Number}");
    }

    [Theory, EveryDatabase]
    public async Task What_is_cleared_set_by_set_leaves_one_row_with_its_number(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        await db.SaveAsync(Given.Session(trust.Champion, Given.Answers(note: "One")), Given.Session(trust.Champion, Given.Answers(note: "Two")));

        await db.Run(scope => scope.GetRequiredService<IForgetting>().ForgetTextAsync(trust.Trust.Id, Given.Now.AddDays(2), default));
        await db.Run(scope => scope.GetRequiredService<IForgetting>().ForgetTextAsync(trust.Trust.Id, Given.Now.AddDays(2), default));

        (await db.AllAsync<AuditEntry>()).Where(a => a is { Entity: "Trust", Action: AuditEntry.Changed }).Should().ContainSingle()
            .Which.Should().BeEquivalentTo(new { TrustId = (TrustId?)trust.Trust.Id, Changes = """{"OldTextsCleared":[null,"2"]}""", AccountId = (AccountId?)null });
        await CheckAsync(db);
    }

    private static Task<Result<int>> AddAsync(SmallTrust trust, string code) => trust.Db.ActAs(trust.AsCoordinator, scope =>
    {
        var context = scope.GetRequiredService<IChampionsDb>();
        return context.RunAsync<int>(
            async ct =>
            {
                context.Wards.Add(Given.Ward(trust.Site, code));
                return await context.SaveChangesAsync(ct);
            },
            _ => null,
            default);
    });

    private static async Task<int> RowsOfAsync(TestDatabase db, string entity) => (await db.AllAsync<AuditEntry>()).Count(a => a.Entity == entity);

    private static Task CheckAsync(TestDatabase db) => db.Run(scope => scope.GetRequiredService<CheckAuditTrail>().RunAsync(default));

    private static string Of(DatabaseKind kind, Guid id) => kind == DatabaseKind.Sqlite ? $"X'{Convert.ToHexString(id.ToByteArray(bigEndian: true))}'" : $"'{id}'";

    private static string Insert(string table, string[] columns, params string[] values) =>
        $"INSERT INTO \"{table}\" ({string.Join(", ", columns.Select(c => $"\"{c}\""))}) VALUES ({string.Join(", ", values)})";
}
