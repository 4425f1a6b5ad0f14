using Champions.Application.Auditing;
using Champions.Application.Jobs;
using Champions.Infrastructure.Jobs;
using Champions.Infrastructure.Persistence;
using Champions.Infrastructure.Tests.Outbox;
using Microsoft.Extensions.DependencyInjection;

namespace Champions.Infrastructure.Tests.Auditing;

/// <summary>Once each UK day the ends of the chains are written down, in the database and outside it.</summary>
public sealed class SetAnchorsTests
{
    [Theory, EveryDatabase]
    public async Task Each_chain_gets_one_anchor_a_day_in_the_database_and_in_the_file(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);

        (await RunAsync(db)).Should().Be("2 chains anchored");
        await trust.OfferAsync();
        (await RunAsync(db)).Should().BeNull("the day has its anchors");

        var anchors = await db.AllAsync<AuditAnchor>();
        anchors.Should().HaveCount(2).And.OnlyContain(a => a.Day == Given.Today);
        var lines = await new AnchorFile(db.Settings["Audit:AnchorFile"]!).ReadAsync(default);
        lines.Unreadable.Should().BeEmpty();
        lines.Anchors.SelectMany(a => a).Should().BeEquivalentTo(anchors);
        (await CheckAsync(db)).Should().EndWith("in 2 chains hold");
    }

    [Theory, EveryDatabase]
    public async Task The_day_is_the_UKs_and_a_missed_day_is_made_up_for_at_the_next_look(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        db.Clock.Now = new DateTimeOffset(2027, 6, 30, 22, 59, 0, TimeSpan.Zero);
        await RunAsync(db);

        await trust.OfferAsync();
        db.Clock.Now = db.Clock.Now.AddMinutes(1);
        (await RunAsync(db)).Should().Be("1 chain anchored", "midnight in London is 11pm in UTC in summer; the other chain has not grown");
        await trust.OfferAsync(Given.TomorrowAfternoon.AddHours(1));
        db.Clock.Now = db.Clock.Now.AddDays(3).AddHours(7);
        (await RunAsync(db)).Should().Be("1 chain anchored");

        (await db.AllAsync<AuditAnchor>()).Where(a => a.Chain == trust.Trust.Id.Value).Select(a => a.Day).Order()
            .Should().Equal(new DateOnly(2027, 6, 30), new DateOnly(2027, 7, 1), new DateOnly(2027, 7, 4));
    }

    [Theory, EveryDatabase]
    public async Task A_chain_that_does_not_hold_gets_no_anchor_and_the_failed_run_says_where(DatabaseKind kind)
    {
        await using var trail = await TamperedTrail.CreateAsync(kind);
        var row = trail.Rows.Last(r => r.TrustId is not null);
        await trail.Db.ExecuteAsync($"UPDATE \"AuditEntries\" SET \"Network\" = '10.9.9.9' WHERE \"Chain\" = {trail.Of(row.Chain)} AND \"Number\" = {row.Number}");
        trail.Db.Clock.Now = Given.Now.AddDays(3);

        await trail.Db.Services.GetRequiredService<JobRunner>().RunAsync(
            RecurringJobs.All.Single(j => j.Job == typeof(SetAnchors)), JobTurn.Wait, default);

        var run = (await trail.Db.AllAsync<JobRun>()).Should().ContainSingle().Subject;
        run.Succeeded.Should().BeFalse();
        run.Detail.Should().Be($"1 chain of the audit trail did not hold: {row.Chain}: ChangedRow at row {row.Number}");
        (await trail.Db.AllAsync<AuditAnchor>()).Where(a => a.Day == Given.Today.AddDays(3)).Should().HaveCount(2).And.NotContain(a => a.Chain == row.Chain);
    }

    [Theory, EveryDatabase]
    public async Task The_nightly_check_fails_the_run_and_names_the_first_row(DatabaseKind kind)
    {
        await using var trail = await TamperedTrail.CreateAsync(kind);
        var row = trail.Rows.First(r => r.TrustId is not null && r.Number == 2);
        await trail.Db.ExecuteAsync($"DELETE FROM \"AuditEntries\" WHERE \"Chain\" = {trail.Of(row.Chain)} AND \"Number\" = 2");

        var check = () => CheckAsync(trail.Db);

        (await check.Should().ThrowAsync<JobFailedException>()).WithMessage($"The audit trail does not hold: {row.Chain}: MissingRow at row 2");
    }

    [Theory, EveryDatabase]
    public async Task A_line_that_was_cut_off_by_a_power_cut_is_written_again(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        await SmallTrust.CreateAsync(db);
        await RunAsync(db);
        var file = db.Settings["Audit:AnchorFile"]!;
        var whole = await File.ReadAllTextAsync(file);
        await File.WriteAllTextAsync(file, whole[..^40]);

        await RunAsync(db);

        (await File.ReadAllTextAsync(file)).Should().Be(whole);
        (await CheckAsync(db)).Should().EndWith("hold");
    }

    [Theory, EveryDatabase]
    public async Task A_file_that_cannot_be_written_fails_the_run_and_is_made_up_for(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        await SmallTrust.CreateAsync(db);
        var file = db.Settings["Audit:AnchorFile"]!;
        Directory.CreateDirectory(file);

        var running = () => RunAsync(db);
        (await running.Should().ThrowAsync<JobFailedException>()).WithMessage("The file of anchors cannot be written. Check Audit:AnchorFile.");

        Directory.Delete(file);
        await RunAsync(db);
        (await CheckAsync(db)).Should().EndWith("hold");
    }

    [Fact]
    public async Task Two_nodes_at_once_set_each_anchor_once()
    {
        await using var db = await TestDatabase.CreateAsync(DatabaseKind.PostgreSql);
        await SmallTrust.CreateAsync(db);
        await using var second = Processes.Another(db);

        await Task.WhenAll(RunAsync(db), RunAsync(second), RunAsync(second));

        (await db.AllAsync<AuditAnchor>()).Should().HaveCount(2);
        (await CheckAsync(db)).Should().EndWith("in 2 chains hold");
    }

    private static Task<string?> RunAsync(TestDatabase db) => RunAsync(db.Services);

    private static async Task<string?> RunAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<SetAnchors>().RunAsync(default);
    }

    private static Task<string?> CheckAsync(TestDatabase db) => db.Run(scope => scope.GetRequiredService<CheckAuditTrail>().RunAsync(default));
}
