using System.Net;
using Champions.Application.Accounts;
using Champions.Application.Entering;
using Champions.Domain.Common;
using Champions.TestSupport.Web;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace Champions.Web.Tests.Entering;

/// <summary>Attacks with many guesses, with their figures. The clock stands still unless a test moves it.</summary>
public sealed class GuessingTests(ITestOutputHelper output)
{
    private const int Many = 10_000;

    private static readonly IReadOnlyDictionary<AccountId, string> Unknown = new Dictionary<AccountId, string>();

    [Fact]
    public async Task Of_10_000_guesses_on_one_account_within_an_hour_70_are_looked_at_and_the_person_gets_in()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        await app.AccountOfAsync(trust.AsStaff);
        var own = app.NewVisitor();
        (await own.LogInAsync(trust.Colleague.Email)).Address.Should().Be("/home");
        await (await own.OpenAsync("/home")).PressAsync("Log out");

        // A botnet: each guess from another network
        var looked = 0;
        for (var i = 0; i < Many; i++)
        {
            app.Clock.Advance(TimeSpan.FromHours(1) / Many);
            looked += (await GuessAsync(app, trust.Colleague.Email, $"guess {i}", new Guesser($"10.{i / 65536}.{i / 256 % 256}.{i % 256}", Unknown))).Error
                == AccountErrors.WrongPassword ? 1 : 0;
        }

        output.WriteLine($"{Many} guesses on one account in an hour: {looked} looked at, {Many - looked} refused with 429.");
        looked.Should().BeInRange(69, 70);
        var stranger = await app.NewVisitor().LogInAsync(trust.Colleague.Email);
        stranger.Status.Should().Be(HttpStatusCode.TooManyRequests, "a new device shares the strangers' tries, even with the right password");
        stranger.Text.Should().Contain("or log in another way");
        (await own.LogInAsync(trust.Colleague.Email)).Address.Should().Be("/home", "a known device has tries of its own");
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        (await app.NewVisitor().LogInAsync(trust.Colleague.Email)).Address.Should().Be("/home", "nobody is locked out");
    }

    [Fact]
    public async Task One_guess_on_each_of_10_000_accounts_from_one_network_is_stopped_after_60()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        await app.AccountOfAsync(trust.AsStaff);
        var own = app.NewVisitor();
        await own.LogInAsync(trust.Colleague.Email);
        await (await own.OpenAsync("/home")).PressAsync("Log out");

        var looked = 0;
        for (var i = 0; i < Many; i++)
        {
            looked += (await GuessAsync(app, $"person{i}@trust.example", "summer holiday 24", new Guesser("10.200.0.1", Unknown))).Error
                == AccountErrors.WrongPassword ? 1 : 0;
        }

        output.WriteLine($"One guess on {Many} accounts from one network at once: {looked} looked at, {Many - looked} refused with 429.");
        looked.Should().Be(60);
        (await own.LogInAsync(trust.Colleague.Email)).Address.Should().Be("/home", "people elsewhere notice nothing");
        (await app.NewVisitor().LogInAsync(trust.Colleague.Email)).Address.Should().Be("/home");
    }

    [Theory, EveryDatabase]
    public async Task Too_many_tries_are_answered_with_a_page_and_when_to_come_back_alike_for_known_and_unknown_addresses(DatabaseKind kind)
    {
        await using var app = await ChampionsApp.StartAsync(kind);
        var trust = await SmallTrust.CreateAsync(app.Db);
        await app.AccountOfAsync(trust.AsStaff);

        var known = await TryAsync(app, trust.Colleague.Email, 12);
        var unknown = await TryAsync(app, "nobody@trust.example", 12);

        unknown.Should().Equal(known);
        known.Should().HaveCount(12);
        known.Take(10).Should().AllBeEquivalentTo((400, "", AccountErrors.WrongPassword.Message));
        known.Skip(10).Should().AllBeEquivalentTo((429, "60", AccountErrors.TooManyTries(TimeSpan.FromMinutes(1)).Message));
    }

    [Fact]
    public async Task A_whole_hospital_behind_one_address_logs_in_at_once()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var people = await trust.HirePeopleAsync(100);
        await app.AccountOfAsync(trust.AsStaff);
        var hash = (await app.AccountAsync(trust.Colleague.Email)).PasswordHash!;
        await app.Db.SaveAsync([.. people.Select(p =>
        {
            var account = Account.For(p, Roles.Staff, app.Clock.Now);
            account.SetPassword(hash, app.Clock.Now);
            return (object)account;
        })]);

        var hospital = new Guesser("10.200.0.1", Unknown);
        foreach (var person in people)
        {
            (await GuessAsync(app, person.Email, ChampionsApp.Password, hospital)).IsSuccess.Should().BeTrue();
        }
    }

    [Fact]
    public async Task Posts_at_the_door_are_counted_by_the_network_of_an_IPv6_address()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        using var client = app.CreateDefaultClient(new Uri("http://localhost"));

        var answers = new List<int>();
        for (var i = 0; i < 601; i++)
        {
            answers.Add(await PostFromAsync(client, $"2001:db8:1:2::{i:x}"));
        }

        answers.Take(600).Should().NotContain(429);
        answers[600].Should().Be(429, "a customer has 64 bits of addresses to choose from");
        (await PostFromAsync(client, "2001:db8:1:3::1")).Should().NotBe(429, "another network is another customer's");
    }

    [Fact]
    public async Task A_made_up_device_cookie_is_a_strangers()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        await app.AccountOfAsync(trust.AsStaff);
        await TryAsync(app, trust.Colleague.Email, 10);
        var visitor = app.NewVisitor();
        visitor.Cookies.Add(new Uri("http://localhost"), new Cookie("champions-device", "CfDJ8made-up") { Path = "/" });

        (await visitor.LogInAsync(trust.Colleague.Email)).Status.Should().Be(HttpStatusCode.TooManyRequests);
    }

    private static async Task<int> PostFromAsync(HttpClient client, string address)
    {
        using var post = new HttpRequestMessage(HttpMethod.Post, "/sign-in/password") { Headers = { { "X-Test-Address", address } } };
        using var answer = await client.SendAsync(post);
        return (int)answer.StatusCode;
    }

    private static Task<Result<Account>> GuessAsync(ChampionsApp app, string email, string password, Guesser guesser) => app.Run(services =>
        services.GetRequiredService<CheckPasswordHandler>().HandleAsync(new CheckPassword(email, password, guesser), CancellationToken.None));

    /// <summary>Status, when to come back and what is said, of wrong passwords from ever new networks.</summary>
    private static async Task<List<(int Status, string RetryAfter, string Words)>> TryAsync(ChampionsApp app, string email, int times)
    {
        var answers = new List<(int, string, string)>();
        for (var i = 0; i < times; i++)
        {
            var visitor = app.NewVisitor();
            var form = await visitor.OpenAsync("/sign-in/password");
            using var answer = await visitor.Client.PostAsync("/sign-in/password", new FormUrlEncodedContent(
                form.FieldsOf("Log in", ("Input.Email", email), ("Input.Password", $"wrong {i}")).Select(f => KeyValuePair.Create(f.Name, f.Value))));
            var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
            answers.Add((
                (int)answer.StatusCode,
                answer.Headers.RetryAfter?.ToString() ?? "",
                page.QuerySelector(".nhsuk-error-summary__list li")!.TextContent.Trim()));
        }

        return answers;
    }
}
