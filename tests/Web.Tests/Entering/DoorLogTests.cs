using System.Net;
using Champions.TestSupport.Passkeys;
using Champions.TestSupport.Web;
using Champions.Web.Tests.Verbs;

namespace Champions.Web.Tests.Entering;

/// <summary>What the operator's log says of those who did not get in, and what it never says.</summary>
public sealed class DoorLogTests
{
    private const string Wrong = "wrong-password-typed";

    [Theory, EveryDatabase]
    public async Task A_wrong_password_is_logged_with_account_and_network_and_without_what_was_typed(DatabaseKind kind)
    {
        await using var app = await ChampionsApp.StartAsync(kind);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var account = await app.AccountOfAsync(trust.AsStaff);
        using var log = CollectedLog.Of(app);

        await app.NewVisitor().LogInAsync(trust.Colleague.Email, Wrong);
        await app.NewVisitor().LogInAsync("nobody@nowhere.example", Wrong);

        Lines(log, "Log-in by Password failed: Account.WrongPassword").Should().SatisfyRespectively(
            known => known.Should().Contain($"account {account.Value}").And.MatchRegex(@"network 10\.0\.0\.\d+"),
            unknown => unknown.Should().Contain("account unknown"));
        ShouldBeSilent(log, trust.Colleague.Email, "nobody@nowhere.example", Wrong);
    }

    [Fact]
    public async Task Wrong_codes_links_and_second_factors_are_logged_without_them()
    {
        await using var door = await CodeDoor.OpenAsync();
        var (_, _, recovery) = await door.App.WithAppAsync(door.Trust.AsCoordinator, door.Trust.Coordinator.Email);
        using var log = CollectedLog.Of(door.App);

        var asked = await door.AskAsync(door.App.NewVisitor(), door.Known);
        var code = (await door.EmailAsync()).Code();
        var wrong = code == "135791" ? "135790" : "135791";
        await asked.PressAsync("Log in", ("Input.Code", wrong));
        var visitor = door.App.NewVisitor();
        var token = (await visitor.OpenAsync("/sign-in/password")).Token;
        await visitor.ForgeAsync("/sign-in/link/gone-or-never-was", ("__RequestVerificationToken", token));
        var second = await door.App.NewVisitor().LogInAsync(door.Trust.Coordinator.Email);
        await second.PressAsync("Log in", ("Input.Code", "246802"));

        Lines(log, "Log-in by EmailCode failed: Entering.WrongCode").Should().ContainSingle();
        Lines(log, "Log-in by EmailLink failed: Entering.LinkGone").Should().ContainSingle();
        Lines(log, "Log-in by SecondFactor failed: Account.WrongCode").Should().ContainSingle();
        ShouldBeSilent(log, door.Known, door.Trust.Coordinator.Email, code, wrong, "246802", "gone-or-never-was", recovery[0]);
    }

    [Fact]
    public async Task A_refused_passkey_is_logged()
    {
        using var phone = new SoftwareAuthenticator { VerifiesPerson = false };
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var visitor = app.NewVisitor();
        var page = await visitor.OpenAsync("/sign-in/passkey");
        using var log = CollectedLog.Of(app);

        await page.AnswerAsync(phone.Use(await visitor.AskAsync(page)));

        Lines(log, "Log-in by Passkey failed: Passkey.NotAccepted").Should().ContainSingle();
    }

    [Fact]
    public async Task Pages_that_are_refused_forged_forms_and_limits_are_logged_by_route()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var staff = await app.SignInAsync(trust.AsStaff);
        var account = (await app.AccountOfAsync(trust.AsStaff)).Value;
        using var log = CollectedLog.Of(app);

        (await staff.OpenAsync($"/admin/people/{trust.Coordinator.Id.Value}/roles")).Status.Should().Be(HttpStatusCode.Forbidden);
        (await staff.ForgeAsync("/account/devices", ("Id", "made-up"))).Status.Should().Be(HttpStatusCode.BadRequest);
        staff.Client.DefaultRequestHeaders.Add("Origin", "https://evil.example");
        (await staff.ForgeAsync("/account/devices", ("Id", "made-up"))).Status.Should().Be(HttpStatusCode.Forbidden);
        for (var i = 0; i < 11; i++)
        {
            await app.NewVisitor().LogInAsync(trust.Colleague.Email, Wrong);
        }

        Lines(log, "was refused to account").Should().ContainSingle()
            .Which.Should().Contain("admin/people/{id:guid}/roles").And.Contain($"account {account}").And.NotContain(trust.Coordinator.Id.Value.ToString());
        Lines(log, "A form without a token that fits was sent to account/devices").Should().ContainSingle().Which.Should().Contain($"account {account}");
        Lines(log, "A change asked for by another site was refused").Should().ContainSingle();
        Lines(log, "A limit was reached at sign-in/password").Should().ContainSingle();
        Lines(log, "Account.TooManyTries").Should().ContainSingle();
        ShouldBeSilent(log, trust.Colleague.Email, Wrong, "made-up", "evil.example");
    }

    [Fact]
    public async Task Lines_of_the_console_begin_with_an_instant_in_UTC()
    {
        // A server that looks at its database, finds no tables and ends
        await using var db = await TestDatabase.CreateEmptyAsync(DatabaseKind.PostgreSql);
        var talkative = new Dictionary<string, string?>(db.Settings)
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Staging", ["Logging:LogLevel:Microsoft.EntityFrameworkCore"] = "Information",
        };

        var run = await ProgramRun.StartAsync(talkative, null, "--urls", "http://127.0.0.1:0");

        run.ExitCode.Should().Be(1);
        var lines = run.Out.Split('\n').Where(line => line.Length > 0 && !line.StartsWith(' ')).ToList();
        lines.Should().NotBeEmpty().And.AllSatisfy(line => line.Should().MatchRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z (info|warn|fail|crit): "));
        DateTimeOffset.Parse(lines[0][..lines[0].IndexOf(' ', StringComparison.Ordinal)], System.Globalization.CultureInfo.InvariantCulture)
            .Should().BeCloseTo(TimeProvider.System.GetUtcNow(), TimeSpan.FromMinutes(5));
    }

    private static List<string> Lines(CollectedLog log, string words) =>
        [.. log.Text.Split('\n').Where(line => line.Contains(words, StringComparison.Ordinal))];

    private static void ShouldBeSilent(CollectedLog log, params string[] about)
    {
        foreach (var secret in about)
        {
            log.Text.Should().NotContainEquivalentOf(secret);
        }
    }
}
