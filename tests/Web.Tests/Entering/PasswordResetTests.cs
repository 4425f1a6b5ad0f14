using System.Net;
using System.Text.RegularExpressions;
using Champions.Application.Reminders;
using Champions.TestSupport.Web;

namespace Champions.Web.Tests.Entering;

public sealed partial class PasswordResetTests
{
    private const string New = "violet kettle marsh";

    [Theory, EveryDatabase]
    public async Task A_link_by_email_sets_a_new_password_once_and_ends_every_session(DatabaseKind kind)
    {
        await using var app = await ChampionsApp.StartAsync(kind);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var inside = await app.SignInAsync(trust.AsStaff);
        var link = await AskAsync(app, app.NewVisitor(), trust.Colleague.Email);

        for (var i = 0; i < 10; i++)
        {
            (await app.NewVisitor().OpenAsync(link)).Status.Should().Be(HttpStatusCode.OK, "a mail scanner opens it and uses nothing up");
        }

        (await inside.OpenAsync("/home")).Address.Should().Be("/home", "nothing has happened yet");
        var visitor = app.NewVisitor();
        var saved = await (await visitor.OpenAsync(link)).PressAsync("Save password", ("Input.Password", New));

        saved.Address.Should().Be("/sign-in/password", "the link itself lets nobody in");
        saved.Text.Should().Contain("Your new password is saved. Log in with it.");
        (await inside.OpenAsync("/home")).Address.Should().StartWith("/sign-in");
        (await visitor.LogInAsync(trust.Colleague.Email)).Status.Should().Be(HttpStatusCode.BadRequest, "the old password is gone");
        (await visitor.LogInAsync(trust.Colleague.Email, New)).Address.Should().Be("/home");
        (await app.NewVisitor().OpenAsync(link)).Status.Should().Be(HttpStatusCode.NotFound);
        (await app.SecretsAsync(ReminderReason.AccountChanged)).Should().ContainSingle().Which.Should().Contain("A new password was set");
    }

    [Theory, EveryDatabase]
    public async Task Of_two_who_use_one_link_at_once_one_sets_the_password(DatabaseKind kind)
    {
        await using var app = await ChampionsApp.StartAsync(kind);
        var trust = await SmallTrust.CreateAsync(app.Db);
        await app.AccountOfAsync(trust.AsStaff);
        var link = await AskAsync(app, app.NewVisitor(), trust.Colleague.Email);
        var forms = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => app.NewVisitor().OpenAsync(link)));

        var answers = await Task.WhenAll(forms.Select((form, i) => form.PressAsync("Save password", ("Input.Password", $"{New} {i}"))));

        answers.Count(a => a.Address == "/sign-in/password").Should().Be(1);
        answers.Count(a => a.Status == HttpStatusCode.NotFound).Should().Be(3);
        var tries = await Task.WhenAll(Enumerable.Range(0, 4).Select(async i => (await app.NewVisitor().LogInAsync(trust.Colleague.Email, $"{New} {i}")).Address));
        tries.Count(a => a == "/home").Should().Be(1);
    }

    [Fact]
    public async Task Known_and_unknown_addresses_get_the_same_answer_and_the_same_rows()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        await app.AccountOfAsync(trust.AsStaff);

        var known = await PressAsync(app.NewVisitor(), trust.Colleague.Email);
        var unknown = await PressAsync(app.NewVisitor(), "nobody@trust.example");

        (unknown.Status, unknown.Address, unknown.Text).Should().Be((known.Status, known.Address, known.Text));
        unknown.Via.Should().Equal(known.Via);
        known.Text.Should().Contain("If this address has an account");
        (await app.Db.AllAsync<OneTimeCode>()).Should().HaveCount(2, "both cost the same work and count against the limit");
        (await app.Db.EmailsAsync()).Should().ContainSingle().Which.ToAddress.Should().Be(trust.Colleague.Email);
    }

    [Fact]
    public async Task One_address_gets_five_emails_an_hour_whoever_asks()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        await app.AccountOfAsync(trust.AsStaff);

        for (var i = 0; i < 12; i++)
        {
            (await PressAsync(app.NewVisitor(), i % 2 == 0 ? trust.Colleague.Email : $" {trust.Colleague.Email.ToUpperInvariant()}")).Status.Should().Be(HttpStatusCode.OK);
        }

        (await app.Db.EmailsAsync()).Should().HaveCount(5);
        app.Clock.Advance(TimeSpan.FromMinutes(61));
        await PressAsync(app.NewVisitor(), trust.Colleague.Email);
        (await app.Db.EmailsAsync()).Should().HaveCount(6);
    }

    [Theory, EveryDatabase]
    public async Task Twelve_who_ask_at_once_for_one_address_cause_five_emails(DatabaseKind kind)
    {
        await using var app = await ChampionsApp.StartAsync(kind);
        var trust = await SmallTrust.CreateAsync(app.Db);
        await app.AccountOfAsync(trust.AsStaff);

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => PressAsync(app.NewVisitor(), trust.Colleague.Email)));

        answers.Should().AllSatisfy(a => a.Status.Should().Be(HttpStatusCode.OK));
        (await app.Db.EmailsAsync()).Should().HaveCount(5);
    }

    [Fact]
    public async Task A_link_works_for_an_hour()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        await app.AccountOfAsync(trust.AsStaff);
        var link = await AskAsync(app, app.NewVisitor(), trust.Colleague.Email);
        app.Clock.Advance(TimeSpan.FromMinutes(59));
        var form = await app.NewVisitor().OpenAsync(link);
        form.Status.Should().Be(HttpStatusCode.OK);

        app.Clock.Advance(TimeSpan.FromMinutes(1));

        var late = await form.PressAsync("Save password", ("Input.Password", New));
        late.Status.Should().Be(HttpStatusCode.NotFound);
        late.Heading.Should().Be("This link no longer works");
        (await late.FollowAsync("Send a new link")).Address.Should().Be("/password/forgotten");
    }

    [Fact]
    public async Task A_password_that_will_not_do_leaves_the_link_for_another_try()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        await app.AccountOfAsync(trust.AsStaff);
        var form = await app.NewVisitor().OpenAsync(await AskAsync(app, app.NewVisitor(), trust.Colleague.Email));
        form.Text.Should().Contain("At least 15 characters");

        form = await form.PressAsync("Save password", ("Input.Password", "violet kett"));
        form.Errors.Should().Equal("Use a password of at least 15 characters.");
        form = await form.PressAsync("Save password", ("Input.Password", new string('x', 201)));
        form.Errors.Should().Equal("Use a password of up to 200 characters");
        form = await form.PressAsync("Save password", ("Input.Password", ""));
        form.Errors.Should().Equal("Enter a new password");

        (await form.PressAsync("Save password", ("Input.Password", New))).Address.Should().Be("/sign-in/password");
    }

    [Fact]
    public async Task The_second_factor_is_still_asked_for_after_a_reset()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        await app.WithAppAsync(trust.AsCoordinator, trust.Coordinator.Email);
        var form = await app.NewVisitor().OpenAsync(await AskAsync(app, app.NewVisitor(), trust.Coordinator.Email));
        form.Text.Should().Contain("At least 12 characters");
        await form.PressAsync("Save password", ("Input.Password", "violet kettl"));

        var visitor = app.NewVisitor();

        (await visitor.LogInAsync(trust.Coordinator.Email, "violet kettl")).Address.Should().Be(Door.Again);
        (await visitor.OpenAsync("/home")).Address.Should().StartWith("/sign-in");
    }

    [Fact]
    public async Task A_disabled_account_gets_no_link_and_a_link_from_before_is_void()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        await app.AccountOfAsync(trust.AsStaff);
        var link = await AskAsync(app, app.NewVisitor(), trust.Colleague.Email);
        await app.ChangeAccountAsync(trust.Colleague.Email, account => account.Disable());

        (await app.NewVisitor().OpenAsync(link)).Status.Should().Be(HttpStatusCode.NotFound);
        await PressAsync(app.NewVisitor(), trust.Colleague.Email);
        (await app.Db.EmailsAsync()).Should().ContainSingle();
    }

    [Theory]
    [InlineData("", "Enter your email address")]
    [InlineData("nobody", "Enter an email address in the correct format, like name@example.nhs.uk.")]
    [InlineData("a@b.example\r\nBcc: c@d.example", "Enter an email address in the correct format, like name@example.nhs.uk.")]
    public async Task What_is_no_address_is_said_beside_its_box(string typed, string words)
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);

        var page = await PressAsync(app.NewVisitor(), typed);

        page.Status.Should().Be(HttpStatusCode.BadRequest);
        page.Errors.Should().Equal(words);
        (await app.Db.AllAsync<OneTimeCode>()).Should().BeEmpty();
    }

    [Theory]
    [InlineData("x")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("..%2F..%2Fhome")]
    public async Task A_made_up_link_looks_like_one_that_is_over(string token)
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);

        var page = await app.NewVisitor().OpenAsync($"/password/new/{token}");

        page.Status.Should().Be(HttpStatusCode.NotFound);
    }

    private static async Task<Page> PressAsync(Visitor visitor, string email) =>
        await (await visitor.OpenAsync("/password/forgotten")).PressAsync("Send the link", ("Input.Email", email));

    private static async Task<string> AskAsync(ChampionsApp app, Visitor visitor, string email)
    {
        await PressAsync(visitor, email);
        return Link().Match((await app.SecretsAsync(ReminderReason.PasswordReset))[^1]).Value;
    }

    [GeneratedRegex("/password/new/[A-Za-z0-9_-]{43}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();
}
