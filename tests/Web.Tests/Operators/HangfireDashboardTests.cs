#if FULL_FEED
using System.Net;
using Champions.TestSupport.Web;

namespace Champions.Web.Tests.Operators;

/// <summary>The full build shows Hangfire's own page, to administrators, to look at.</summary>
public sealed class HangfireDashboardTests
{
    private const string Address = "/admin/hangfire";

    [Fact]
    public async Task The_administrator_comes_from_the_page_of_jobs_and_nobody_else_gets_in()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite, ("Jobs:Enabled", "true"));
        var trust = await SmallTrust.CreateAsync(app.Db);
        var administrator = await app.SignInAsync(SmallTrust.AsAdministrator);

        var page = await (await administrator.OpenAsync("/admin/jobs")).FollowAsync("Open the page of Hangfire");

        page.Status.Should().Be(HttpStatusCode.OK);
        page.Body.Should().Contain("Jobs of Champions");
        (await (await app.SignInAsync(trust.AsCoordinator)).OpenAsync(Address)).Status.Should().Be(HttpStatusCode.Forbidden);
        (await (await app.SignInAsync(trust.AsStaff)).OpenAsync(Address + "/recurring")).Status.Should().Be(HttpStatusCode.Forbidden);
        (await app.NewVisitor().OpenAsync(Address)).Address.Should().StartWith("/sign-in");
    }

    [Fact]
    public async Task Nothing_can_be_pressed_there()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite, ("Jobs:Enabled", "true"));
        await SmallTrust.CreateAsync(app.Db);
        var administrator = await app.SignInAsync(SmallTrust.AsAdministrator);

        var page = await administrator.ForgeAsync(Address + "/recurring/trigger", ("jobs[]", "send-emails"));

        ((int)page.Status).Should().BeInRange(400, 499);
    }

    [Fact]
    public async Task Where_no_job_runs_there_is_no_such_page()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);

        (await (await app.SignInAsync(SmallTrust.AsAdministrator)).OpenAsync(Address)).Status.Should().Be(HttpStatusCode.NotFound);
    }
}
#endif
