using System.Net;
using Champions.Domain.Trusts;
using Champions.TestSupport.Web;

namespace Champions.Web.Tests.Verbs;

public sealed class VerbTests
{
    private static readonly Dictionary<string, string?> Nothing = [];

    [Fact]
    public async Task Help_lists_every_verb()
    {
        var run = await ProgramRun.StartAsync(Nothing, null, "--help");

        run.ExitCode.Should().Be(0);
        run.Out.Should().ContainAll("migrate", "import-trusts FILE", "import-sites FILE [--trust CODE]", "seed-demo", "create-administrator EMAIL");
    }

    [Theory]
    [InlineData("migrat", "There is no verb \"migrat\".")]
    [InlineData("import-trusts", "Usage: import-trusts FILE")]
    [InlineData("import-trusts a.csv b.csv", "Usage: import-trusts FILE")]
    [InlineData("import-sites a.csv --trust", "Usage: import-sites FILE [--trust CODE]")]
    [InlineData("create-administrator", "Usage: create-administrator EMAIL")]
    [InlineData("migrate now", "Usage: migrate")]
    public async Task Wrong_words_are_answered_with_the_usage(string words, string answer)
    {
        var run = await ProgramRun.StartAsync(Nothing, null, words.Split(' '));

        run.ExitCode.Should().Be(2);
        run.Error.Should().StartWith(answer);
        run.Out.Should().BeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task Trust_and_site_lists_are_taken_over_and_what_changed_is_told(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);

        var april = await ProgramRun.StartAsync(db.Settings, null, "import-trusts", TestData.PathOf(TestData.TrustsInApril));
        var july = await ProgramRun.StartAsync(db.Settings, null, "import-trusts", TestData.PathOf(TestData.TrustsInJuly));
        var sites = await ProgramRun.StartAsync(db.Settings, null, "import-sites", TestData.PathOf(TestData.SitesOfThreeTrusts));

        april.Should().Be(new ProgramRun(0, "274 trusts read: 274 added.", ""));
        july.ExitCode.Should().Be(0);
        july.Out.Should().Contain("RA7 renamed from University Hospitals Bristol and Weston NHS Foundation Trust to Bristol NHS Foundation Trust")
            .And.Contain("RVJ closed on 30 June 2026");
        sites.Should().Be(new ProgramRun(0, "322 sites read: 322 added.", ""));
        (await db.AllAsync<Site>()).Should().HaveCount(322);
    }

    [Fact]
    public async Task A_file_that_cannot_be_applied_is_refused_with_its_reasons()
    {
        await using var db = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);

        var missing = await ProgramRun.StartAsync(db.Settings, null, "import-trusts", "/nowhere/etr.csv");
        var wrong = await ProgramRun.StartAsync(db.Settings, null, "import-trusts", TestData.PathOf("README.md"));
        var noTrust = await ProgramRun.StartAsync(db.Settings, null, "import-sites", TestData.PathOf(TestData.SitesOfThreeTrusts), "--trust", "ZZZ");

        missing.Should().Be(new ProgramRun(1, "", "There is no file /nowhere/etr.csv."));
        wrong.ExitCode.Should().Be(1);
        wrong.Error.Should().StartWith("Nothing was imported.").And.Contain("Row 1: This row has ");
        noTrust.Should().Be(new ProgramRun(1, "", "There is no trust with the code ZZZ. Import the trust list first, or check the code."));
    }

    [Theory, EveryDatabase]
    public async Task An_administrator_is_made_with_a_password_and_can_log_in(DatabaseKind kind)
    {
        await using var app = await ChampionsApp.StartAsync(kind);

        var made = await ProgramRun.StartAsync(app.Db.Settings, "violet kettle marsh\n", "create-administrator", "root@trust.example");
        var again = await ProgramRun.StartAsync(app.Db.Settings, "violet kettle marsh\n", "create-administrator", "Root@trust.example");

        made.Should().Be(new ProgramRun(0, "root@trust.example is an administrator now and can log in.", ""));
        again.Should().Be(new ProgramRun(1, "", "Somebody with this email address is already in Champions."));
        var page = await (await app.NewVisitor().OpenAsync("/sign-in/password"))
            .PressAsync("Log in", ("Input.Email", "root@trust.example"), ("Input.Password", "violet kettle marsh"));
        page.Address.Should().Be("/sign-in/second-factor/set-up", "an administrator needs a second step");
    }

    [Theory]
    [InlineData("root@trust.example", "short\n", "Use a password of at least 12 characters.")]
    [InlineData("root@trust.example", "", "No password was given, so no administrator was made.")]
    [InlineData("root@trust.example", "password12345\n", "Leave \"password\" out of your password. Names, addresses and words from work are guessed first.")]
    [InlineData("root", "violet kettle marsh\n", "Enter an email address in the correct format, like name@example.nhs.uk.")]
    public async Task An_administrator_without_a_usable_address_and_password_is_refused(string email, string input, string reason)
    {
        await using var db = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);

        var run = await ProgramRun.StartAsync(db.Settings, input, "create-administrator", email);

        run.Should().Be(new ProgramRun(1, "", reason));
    }

    [Fact]
    public async Task The_demo_is_filled_in_by_hand_once_and_never_in_Production()
    {
        await using var db = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var development = new Dictionary<string, string?>(db.Settings) { ["ASPNETCORE_ENVIRONMENT"] = "Development" };

        var production = await ProgramRun.StartAsync(db.Settings, null, "seed-demo");
        var first = await ProgramRun.StartAsync(development, null, "seed-demo");
        var second = await ProgramRun.StartAsync(development, null, "seed-demo");

        production.Should().Be(new ProgramRun(1, "", "The demo is refused in Production. Set ASPNETCORE_ENVIRONMENT to Development to try Champions out."));
        first.ExitCode.Should().Be(0);
        first.Out.Should().Contain("The demo is filled in.");
        second.Should().Be(new ProgramRun(1, "", "There is something in this database, so the demo was not filled in. Use an empty database."));
    }

    [Fact]
    public async Task A_server_in_Production_refuses_to_start_with_the_demo()
    {
        await using var db = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var demo = new Dictionary<string, string?>(db.Settings) { ["Demo:Enabled"] = "true" };

        var run = await ProgramRun.StartAsync(demo, null, "--urls", "http://127.0.0.1:0");

        run.Should().Be(new ProgramRun(
            1, "", "Demo:Enabled is true in Production, where everybody could log in as the demo's people. Set it to false."));
    }

    [Theory, EveryDatabase]
    public async Task A_database_that_was_filled_with_the_demo_is_not_served_in_Production(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        await ProgramRun.StartAsync(Changed(db.Settings, ("ASPNETCORE_ENVIRONMENT", "Development")), null, "seed-demo");
        await db.ExecuteAsync("""UPDATE "Accounts" SET "IsDisabled" = TRUE WHERE "TrustId" IS NULL""");

        var run = await ProgramRun.StartAsync(InProduction(db.Settings), null, "--urls", "http://127.0.0.1:0");

        run.ExitCode.Should().Be(1);
        run.Error.Should().Be(
            "This database was filled with the demo, whose people log in with a password that everybody knows. Production needs a database of its own: see ConnectionStrings:Champions.");
        run.Out.Should().NotContain("Now listening");
    }

    [Theory]
    [InlineData("http://champions.example.nhs.uk", "Smtp",
        "PublicUrl is \"http://champions.example.nhs.uk\" in Production, where everybody on the way could read log-ins. Use an address with https.")]
    [InlineData("https://champions.example.nhs.uk", "Folder",
        "Email:Transport is Folder in Production, where the codes that let people in would lie in files. Set it to Smtp, and Email:Smtp:Host to your relay.")]
    [InlineData("http://localhost:5080", "",
        "Email:Transport is Folder in Production, where the codes that let people in would lie in files. Set it to Smtp, and Email:Smtp:Host to your relay.")]
    public async Task Production_refuses_settings_that_let_strangers_read_what_lets_people_in(string address, string transport, string reason)
    {
        await using var db = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var settings = Changed(InProduction(db.Settings), ("PublicUrl", address), ("Email:Transport", transport));

        var run = await ProgramRun.StartAsync(settings, null, "--urls", "http://127.0.0.1:0");

        run.Should().Be(new ProgramRun(1, "", reason));
    }

    [Theory]
    [InlineData("https://champions.example.nhs.uk", "Production", "smtp")]
    [InlineData("http://localhost:5080", "Production", "Smtp")]
    [InlineData("http://127.0.0.1:5080", "Production", "Smtp")]
    [InlineData("http://champions.example.nhs.uk", "Staging", "Folder")]
    public async Task What_is_safe_enough_where_it_runs_is_served(string address, string environment, string transport)
    {
        await using var app = await ChampionsApp.StartAsync(
            DatabaseKind.Sqlite, ("environment", environment), ("PublicUrl", address), ("Email:Transport", transport), ("Email:Smtp:Host", "relay.example.nhs.uk"));

        (await app.NewVisitor(new Uri(address)).OpenAsync("/sign-in")).Status.Should().Be(HttpStatusCode.OK);
    }

    private static Dictionary<string, string?> InProduction(IReadOnlyDictionary<string, string?> settings) =>
        Changed(settings, ("Email:Transport", "Smtp"), ("Email:Smtp:Host", "relay.example.nhs.uk"));

    private static Dictionary<string, string?> Changed(IReadOnlyDictionary<string, string?> settings, params (string Key, string Value)[] changes)
    {
        var changed = new Dictionary<string, string?>(settings, StringComparer.OrdinalIgnoreCase);
        foreach (var (key, value) in changes)
        {
            changed[key] = value;
        }

        return changed;
    }

    [Theory, EveryDatabase]
    public async Task An_empty_database_gets_its_tables_from_migrate(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateEmptyAsync(kind);

        var run = await ProgramRun.StartAsync(db.Settings, null, "migrate");

        run.Should().Be(new ProgramRun(0, "The database is up to date.", ""));
        (await db.AllAsync<Trust>()).Should().BeEmpty();
    }

    [Fact]
    public async Task On_PostgreSQL_only_migrate_changes_the_tables()
    {
        await using var db = await TestDatabase.CreateEmptyAsync(DatabaseKind.PostgreSql);

        var run = await ProgramRun.StartAsync(db.Settings, null, "import-trusts", TestData.PathOf(TestData.TrustsInJuly));

        run.Should().Be(new ProgramRun(1, "", "The database is not up to date. Run the migrate verb of this version first."));
    }
}
