using System.Net;
using System.Text.RegularExpressions;
using Champions.Application.Accounts;
using Champions.Application.Entering;
using Champions.TestSupport.Web;
using Champions.Web.Setup;
using Microsoft.Extensions.DependencyInjection;

namespace Champions.Web.Tests.Entering;

public sealed partial class FirstRunTests
{
    private const string Password = "violet kettle marsh";

    [Theory, EveryDatabase]
    public async Task Whoever_reads_the_console_makes_the_first_administrator_and_then_there_is_no_such_page(DatabaseKind kind)
    {
        await using var app = await ChampionsApp.StartAsync(kind);
        var visitor = app.NewVisitor();
        var form = await visitor.OpenAsync("/set-up");
        var otherForm = await app.NewVisitor().OpenAsync("/set-up");
        var code = await CodeOnConsoleAsync(app);

        var setUp = await PressAsync(form, code!);
        setUp.Address.Should().Be(Door.SetUp);
        var (_, _, home) = await setUp.SetUpAppAsync(app);

        home.Address.Should().Be("/home");
        (await home.FollowAsync("Trusts")).Heading.Should().Be("Trusts");
        var account = (await app.Db.AllAsync<Account>()).Should().ContainSingle().Subject;
        (account.Id, account.Roles, account.Email, account.Name).Should().Be((Account.FirstAdministrator, Roles.Administrator, "root@trust.example", "Ruth Root"));
        (await app.NewVisitor().OpenAsync("/set-up")).Status.Should().Be(HttpStatusCode.NotFound);
        (await PressAsync(otherForm, code!)).Status.Should().Be(HttpStatusCode.NotFound, "a form from before is too late");
        (await CodeOnConsoleAsync(app)).Should().BeNull("a later start prints nothing");
    }

    [Theory, EveryDatabase]
    public async Task Of_two_who_set_up_at_once_on_two_nodes_one_becomes_the_administrator(DatabaseKind kind)
    {
        await using var app = await ChampionsApp.StartAsync(kind);
        var code = await CodeOnConsoleAsync(app);
        var forms = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => app.NewVisitor().OpenAsync("/set-up")));

        var answers = await Task.WhenAll(forms.Select((form, i) => PressAsync(form, code!, $"root{i}@trust.example")));

        answers.Count(a => a.Address == Door.SetUp).Should().Be(1);
        answers.Count(a => a.Status == HttpStatusCode.NotFound).Should().Be(5);
        (await app.Db.AllAsync<Account>()).Should().ContainSingle();
    }

    [Fact]
    public async Task A_wrong_code_makes_nobody_and_guessing_it_is_slow()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        await CodeOnConsoleAsync(app);

        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 20; i++)
        {
            statuses.Add((await PressAsync(await app.NewVisitor().OpenAsync("/set-up"), RecoveryCodes.MakeOne())).Status);
        }

        statuses.Take(10).Should().AllBeEquivalentTo(HttpStatusCode.BadRequest);
        statuses.Skip(10).Should().AllBeEquivalentTo(HttpStatusCode.TooManyRequests);
        (await app.Db.AllAsync<Account>()).Should().BeEmpty();
    }

    [Fact]
    public async Task The_code_of_an_earlier_start_is_void()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var earlier = await CodeOnConsoleAsync(app);
        var now = await CodeOnConsoleAsync(app);

        (await PressAsync(await app.NewVisitor().OpenAsync("/set-up"), earlier!)).Errors.Should().Equal(AccountErrors.WrongSetUpCode.Message);
        (await PressAsync(await app.NewVisitor().OpenAsync("/set-up"), now!.ToLowerInvariant().Replace('-', ' '))).Address.Should().Be(Door.SetUp);
    }

    [Theory]
    [InlineData("root", Password, "Enter an email address in the correct format, like name@example.nhs.uk.")]
    [InlineData("root@trust.example", "violet kett", "Use a password of at least 12 characters.")]
    [InlineData("root@trust.example", "ruth kettle marsh", "Leave \"ruth\" out of your password. Names, addresses and words from work are guessed first.")]
    public async Task What_will_not_do_is_said_and_the_code_still_works(string email, string password, string words)
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var code = await CodeOnConsoleAsync(app);

        var again = await PressAsync(await app.NewVisitor().OpenAsync("/set-up"), code!, email, password);
        again.Status.Should().Be(HttpStatusCode.BadRequest);
        again.Errors.Should().Equal(words);

        (await PressAsync(again, code!)).Address.Should().Be(Door.SetUp);
    }

    [Fact]
    public async Task The_name_of_an_administrator_holds_no_NHS_number_either()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var code = await CodeOnConsoleAsync(app);

        var again = await PressAsync(await app.NewVisitor().OpenAsync("/set-up"), code!, name: "See 943 476 5919");

        again.Status.Should().Be(HttpStatusCode.BadRequest);
        again.Errors.Should().ContainSingle().Which.Should().StartWith("The name looks as if it has an NHS number in it.");
        again.Find("[name='Input.Name']").ClassName.Should().Contain("nhsuk-input--error", "it is said beside the box");
        (await app.Db.AllAsync<Account>()).Should().BeEmpty();
    }

    [Fact]
    public async Task Without_a_code_printed_nobody_gets_in_with_an_empty_one()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var form = await app.NewVisitor().OpenAsync("/set-up");
        app.Services.GetRequiredService<FirstAdministrator>().Close();

        (await PressAsync(form, "")).Errors.Should().Contain("Enter the set-up code");
        (await PressAsync(form, "AAAA-AAAA-AAAA-AAAA")).Errors.Should().Equal(AccountErrors.WrongSetUpCode.Message);
    }

    private static Task<Page> PressAsync(Page form, string code, string email = "root@trust.example", string password = Password, string name = "Ruth Root") => form.PressAsync(
        "Continue", ("Input.Code", code), ("Input.Name", name), ("Input.Email", email), ("Input.Password", password));

    /// <summary>What a start prints; null for nothing.</summary>
    private static async Task<string?> CodeOnConsoleAsync(ChampionsApp app)
    {
        await using var console = new StringWriter();
        await FirstRun.PrintSetUpCodeAsync(app.Services, console);
        if (console.ToString().Length == 0)
        {
            return null;
        }

        console.ToString().Should().Contain("http://localhost/set-up");
        return Code().Match(console.ToString()).Value;
    }

    [GeneratedRegex("([A-Z2-9]{4}-){5}[A-Z2-9]{4}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();
}
