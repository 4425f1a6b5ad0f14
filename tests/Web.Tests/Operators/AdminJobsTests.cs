using System.Net;
using Champions.Application.Jobs;
using Champions.TestSupport.Web;

namespace Champions.Web.Tests.Operators;

public sealed class AdminJobsTests
{
    [Fact]
    public async Task The_administrator_sees_every_job_its_engine_and_its_runs()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var failed = Run("an-old-job", Given.Now.AddMinutes(-5), succeeded: false, "InvalidOperationException");
        var done = Run("an-old-job", Given.Now, succeeded: true, "Sent 3 emails");
        await app.Db.SaveAsync(failed, done);

        var page = await (await app.SignInAsync(SmallTrust.AsAdministrator)).OpenAsync("/admin/jobs");

        page.Text.Should().Contain("switched off in this process").And.Contain("Folder").And.MatchRegex("Quartz|Hangfire");
        foreach (var job in RecurringJobs.All)
        {
            page.Text.Should().Contain(job.Title);
        }

        var runs = page.Document.QuerySelectorAll("table")[^1].QuerySelectorAll("tbody tr").Select(r => r.TextContent).ToList();
        runs.Should().HaveCount(2);
        runs[0].Should().Contain("Sent 3 emails").And.Contain("2 seconds").And.NotContain("Failed");
        runs[1].Should().Contain("Failed").And.Contain("InvalidOperationException");
    }

    [Fact]
    public async Task An_unknown_job_in_the_address_shows_the_runs_of_all()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        await app.Db.SaveAsync(Run("an-old-job", Given.Now, succeeded: true, "Sent 3 emails"));

        var page = await (await app.SignInAsync(SmallTrust.AsAdministrator)).OpenAsync("/admin/jobs?job=<script>");

        page.Status.Should().Be(HttpStatusCode.OK);
        page.Text.Should().Contain("Sent 3 emails");
    }

    [Fact]
    public async Task Coordinators_and_staff_may_not_look()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);

        (await (await app.SignInAsync(trust.AsCoordinator)).OpenAsync("/admin/jobs")).Status.Should().Be(HttpStatusCode.Forbidden);
        (await (await app.SignInAsync(trust.AsStaff)).OpenAsync("/admin/jobs")).Status.Should().Be(HttpStatusCode.Forbidden);
    }

    private static JobRun Run(string job, DateTimeOffset startedAt, bool succeeded, string? detail)
    {
        var run = new JobRun(job, startedAt);
        run.Finish(succeeded, detail, startedAt.AddSeconds(2));
        return run;
    }
}
