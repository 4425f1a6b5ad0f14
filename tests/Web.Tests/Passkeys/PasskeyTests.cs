using System.Net;
using Champions.Application.Outbox;
using Champions.Application.Reminders;
using Champions.Domain.Accounts;
using Champions.TestSupport.Passkeys;
using Champions.TestSupport.Web;

namespace Champions.Web.Tests.Passkeys;

/// <summary>A person's own passkeys: adding, naming and removing them.</summary>
public sealed class PasskeyTests
{
    private const string NotMade = "The passkey could not be added. Try again.";

    [Theory, EveryDatabase]
    public async Task A_passkey_is_added_by_name_listed_and_told_by_email(DatabaseKind kind)
    {
        using var phone = new SoftwareAuthenticator();
        await using var app = await ChampionsApp.StartAsync(kind);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var visitor = await app.SignInAsync(trust.AsStaff);

        var page = await visitor.AddPasskeyAsync(phone, "Tom's phone");

        page.Via.Should().Equal(HttpStatusCode.SeeOther);
        page.Text.Should().Contain("Passkey added: Tom's phone").And.Contain("24 Nov 2026").And.Contain("Not yet");
        var stored = (await app.Db.AllAsync<Passkey>()).Should().ContainSingle().Subject;
        stored.AccountId.Should().Be(await app.AccountOfAsync(trust.AsStaff));
        stored.Transports.Should().Be("hybrid,internal", "other words of a browser are not stored");
        stored.IsUserVerified.Should().BeTrue();
        var told = (await app.Db.EmailsAsync()).Should().ContainSingle().Subject;
        told.Reason.Should().Be(ReminderReason.AccountChanged);
        told.ToAddress.Should().Be(trust.Colleague.Email);
        told.Data.Should().Contain("A passkey was added.");
    }

    [Fact]
    public async Task The_question_names_the_person_and_the_passkeys_they_have_and_asks_for_no_make_of_device()
    {
        using var phone = new SoftwareAuthenticator { CredentialId = [1, 2, 3, 4, 5, 6] };
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var visitor = await app.SignInAsync(trust.AsStaff);
        await visitor.AddPasskeyAsync(phone);

        var question = await visitor.AskAsync(await visitor.OpenAsync("/account/passkeys/add"), ("Input.Name", "Again"));

        question.Should().Contain("\"excludeCredentials\":[{\"type\":\"public-key\",\"id\":\"AQIDBAUG\"").And.Contain($"\"displayName\":\"{trust.Colleague.Name}\"")
            .And.Contain("\"residentKey\":\"required\"").And.Contain("\"userVerification\":\"required\"").And.Contain("\"attestation\":\"none\"");
    }

    [Theory]
    [InlineData("origin")]
    [InlineData("frame")]
    [InlineData("site")]
    [InlineData("person")]
    [InlineData("long id")]
    public async Task What_is_not_made_for_this_site_by_a_verified_person_is_refused(string lie)
    {
        using var phone = new SoftwareAuthenticator();
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var visitor = await app.SignInAsync(trust.AsStaff);
        (phone.Origin, phone.IsFramed, phone.Site, phone.VerifiesPerson) = (
            lie == "origin" ? "http://localhost:81" : phone.Origin, lie == "frame", lie == "site" ? "evil.example" : null, lie != "person");
        phone.CredentialId = lie == "long id" ? new byte[1024] : phone.CredentialId;

        var page = await visitor.AddPasskeyAsync(phone);

        page.Status.Should().Be(HttpStatusCode.BadRequest);
        page.Errors.Should().Equal(NotMade);
        (await app.Db.AllAsync<Passkey>()).Should().BeEmpty();
        (await app.Db.EmailsAsync()).Should().BeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task A_passkey_belongs_to_one_account_for_ever(DatabaseKind kind)
    {
        using var phone = new SoftwareAuthenticator();
        await using var app = await ChampionsApp.StartAsync(kind);
        var trust = await SmallTrust.CreateAsync(app.Db);
        await (await app.SignInAsync(trust.AsStaff)).AddPasskeyAsync(phone);

        var page = await (await app.SignInAsync(trust.AsCoordinator)).AddPasskeyAsync(phone);

        page.Errors.Should().Equal(NotMade);
        (await app.Db.AllAsync<Passkey>()).Should().ContainSingle().Which.AccountId.Should().Be(await app.AccountOfAsync(trust.AsStaff));
    }

    [Fact]
    public async Task The_answer_to_a_question_of_another_session_is_refused()
    {
        using var phone = new SoftwareAuthenticator();
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var (his, hers) = (await app.SignInAsync(trust.AsStaff), await app.SignInAsync(trust.AsCoordinator));
        var answer = phone.Make(await his.AskAsync(await his.OpenAsync("/account/passkeys/add"), ("Input.Name", "His")));
        var page = await hers.OpenAsync("/account/passkeys/add");
        await hers.AskAsync(page, ("Input.Name", "Hers"));

        var refused = await page.PressAsync("Add passkey", ("Input.Name", "Hers"), ("Input.Credential", answer));

        refused.Errors.Should().Equal(NotMade);
    }

    [Theory, EveryDatabase]
    public async Task The_same_answer_adds_a_passkey_once(DatabaseKind kind)
    {
        using var phone = new SoftwareAuthenticator();
        await using var app = await ChampionsApp.StartAsync(kind);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var visitor = await app.SignInAsync(trust.AsStaff);
        var page = await visitor.OpenAsync("/account/passkeys/add");
        var answer = phone.Make(await visitor.AskAsync(page, ("Input.Name", "Mine")));

        (await page.PressAsync("Add passkey", ("Input.Credential", answer))).Status.Should().Be(HttpStatusCode.OK);
        var again = await page.PressAsync("Add passkey", ("Input.Credential", answer));

        again.Errors.Should().Equal(NotMade);
        (await app.Db.AllAsync<Passkey>()).Should().ContainSingle();
    }

    [Theory]
    [InlineData("", "Enter a name, for example My phone")]
    [InlineData("  ", "Enter a name, for example My phone")]
    [InlineData("1234567890123456789012345678901234567890123456789012345678901", "The name must be 60 characters or fewer.")]
    [InlineData("Bed 943 476 5919", "The name looks as if it has an NHS number in it. Take out patient details and save again.")]
    public async Task A_name_that_cannot_be_kept_is_named_before_the_device_is_asked(string name, string words)
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var visitor = await app.SignInAsync(trust.AsStaff);
        var page = await visitor.OpenAsync("/account/passkeys/add");

        var asking = () => visitor.AskAsync(page, ("Input.Name", name));
        var sent = await page.PressAsync("Add passkey", ("Input.Name", name));

        (await asking.Should().ThrowAsync<InvalidOperationException>()).WithMessage("*answered 400*");
        sent.Status.Should().Be(HttpStatusCode.BadRequest);
        sent.Errors.Should().Equal(words);
    }

    [Fact]
    public async Task The_eleventh_passkey_is_refused()
    {
        using var eleventh = new SoftwareAuthenticator();
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var visitor = await app.SignInAsync(trust.AsStaff);
        var account = await app.AccountOfAsync(trust.AsStaff);
        var page = await visitor.OpenAsync("/account/passkeys/add");
        var answer = eleventh.Make(await visitor.AskAsync(page, ("Input.Name", "Eleventh")));
        await app.Db.SaveAsync([.. Enumerable.Range(1, Passkey.Most).Select(n => new Passkey(account, [(byte)n], $"Phone {n}", Given.Now))]);

        var refused = await page.PressAsync("Add passkey", ("Input.Credential", answer));

        refused.Status.Should().Be(HttpStatusCode.Conflict);
        refused.Errors.Should().Equal("You have 10 passkeys, the most an account can have. Remove one first.");
        (await visitor.OpenAsync("/account/passkeys/add")).Address.Should().Be("/account/passkeys");
        (await visitor.OpenAsync("/account/passkeys")).Text.Should().Contain("the most an account can have").And.NotContain("Add a passkey");
    }

    [Theory, EveryDatabase]
    public async Task Two_passkeys_added_at_once_to_nine_make_ten(DatabaseKind kind)
    {
        using var first = new SoftwareAuthenticator();
        using var second = new SoftwareAuthenticator();
        await using var app = await ChampionsApp.StartAsync(kind);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var account = await app.AccountOfAsync(trust.AsStaff);
        await app.Db.SaveAsync([.. Enumerable.Range(1, Passkey.Most - 1).Select(n => new Passkey(account, [(byte)n], $"Phone {n}", Given.Now))]);
        var visits = new List<(Page Page, string Answer)>();
        foreach (var device in (SoftwareAuthenticator[])[first, second])
        {
            var visitor = await app.SignInAsync(trust.AsStaff);
            var page = await visitor.OpenAsync("/account/passkeys/add");
            visits.Add((page, device.Make(await visitor.AskAsync(page, ("Input.Name", "One more")))));
        }

        var ended = await Task.WhenAll(visits.Select(v => v.Page.PressAsync("Add passkey", ("Input.Credential", v.Answer))));

        ended.Select(page => page.Status).Should().BeEquivalentTo([HttpStatusCode.OK, HttpStatusCode.Conflict]);
        (await app.Db.AllAsync<Passkey>()).Should().HaveCount(Passkey.Most);
    }

    [Fact]
    public async Task Adding_and_removing_need_a_fresh_log_in_and_naming_does_not()
    {
        using var phone = new SoftwareAuthenticator();
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var visitor = await app.SignInAsync(trust.AsStaff);
        await visitor.AddPasskeyAsync(phone);
        var id = (await app.Db.AllAsync<Passkey>()).Single().Handle;
        var (add, remove) = (await visitor.OpenAsync("/account/passkeys/add"), await visitor.OpenAsync($"/account/passkeys/{id}/remove"));
        app.Clock.Advance(AccountSession.Fresh);

        foreach (var address in (string[])["/account/passkeys/add", $"/account/passkeys/{id}/remove"])
        {
            using var asked = await visitor.Client.GetAsync(address);
            asked.StatusCode.Should().Be(HttpStatusCode.SeeOther);
            asked.Headers.Location!.ToString().Should().Be($"/sign-in/again?returnUrl={Uri.EscapeDataString(address)}");
        }

        (await add.PressAsync("Add passkey")).Address.Should().StartWith("/sign-in/again");
        (await remove.PressAsync("Remove passkey")).Address.Should().StartWith("/sign-in/again");
        (await app.Db.AllAsync<Passkey>()).Should().ContainSingle();
        (await (await visitor.OpenAsync($"/account/passkeys/{id}")).PressAsync("Save name", ("Input.Name", "Old phone"))).Text.Should().Contain("Passkey renamed: Old phone");
    }

    [Theory, EveryDatabase]
    public async Task A_removed_passkey_is_gone_every_other_device_is_logged_out_and_an_email_says_so(DatabaseKind kind)
    {
        using var phone = new SoftwareAuthenticator();
        await using var app = await ChampionsApp.StartAsync(kind);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var visitor = await app.SignInAsync(trust.AsStaff);
        await visitor.AddPasskeyAsync(phone);
        var finder = app.NewVisitor();
        (await finder.LogInWithPasskeyAsync(phone)).Address.Should().Be("/home");

        var page = await (await (await visitor.OpenAsync("/account/passkeys")).FollowAsync("Remove My phone")).PressAsync("Remove passkey");

        page.Address.Should().Be("/account/passkeys");
        page.Text.Should().Contain("Passkey removed: My phone");
        (await app.Db.AllAsync<Passkey>()).Should().BeEmpty();
        (await finder.OpenAsync("/home")).Address.Should().StartWith("/sign-in", "whoever found the phone is out at the next request");
        (await finder.LogInWithPasskeyAsync(phone)).Status.Should().Be(HttpStatusCode.BadRequest);
        (await app.Db.EmailsAsync()).Select(e => e.Data).Should().ContainSingle(data => data.Contains("A passkey was removed.", StringComparison.Ordinal));
    }

    [Theory, EveryDatabase]
    public async Task The_last_second_step_of_a_role_that_needs_one_cannot_be_removed(DatabaseKind kind)
    {
        using var phone = new SoftwareAuthenticator();
        await using var app = await ChampionsApp.StartAsync(kind);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var visitor = await app.SignInAsync(trust.AsCoordinator);
        await visitor.AddPasskeyAsync(phone);
        var id = (await app.Db.AllAsync<Passkey>()).Single().Handle;

        var page = await visitor.OpenAsync($"/account/passkeys/{id}/remove");
        var forced = await visitor.ForgeAsync($"/account/passkeys/{id}/remove", ("__RequestVerificationToken", page.Token));

        page.Text.Should().Contain("this passkey is your only one").And.NotContain("Keep it");
        forced.Status.Should().Be(HttpStatusCode.Conflict);
        (await app.Db.AllAsync<Passkey>()).Should().ContainSingle();
        using var second = new SoftwareAuthenticator();
        await visitor.AddPasskeyAsync(second, "My key");
        (await (await visitor.OpenAsync($"/account/passkeys/{id}/remove")).PressAsync("Remove passkey")).Text.Should().Contain("Passkey removed: My phone");
        (await visitor.OpenAsync("/wards")).Status.Should().Be(HttpStatusCode.OK, "who removes a passkey stays in");
    }

    [Fact]
    public async Task Another_persons_passkey_cannot_be_seen_named_or_removed()
    {
        using var phone = new SoftwareAuthenticator();
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        await (await app.SignInAsync(trust.AsStaff)).AddPasskeyAsync(phone);
        var id = (await app.Db.AllAsync<Passkey>()).Single().Handle;
        var other = await app.SignInAsync(trust.AsCoordinator);
        var token = ("__RequestVerificationToken", (await other.OpenAsync("/home")).Token);

        (await other.OpenAsync($"/account/passkeys/{id}")).Status.Should().Be(HttpStatusCode.NotFound);
        (await other.ForgeAsync($"/account/passkeys/{id}", token, ("Input.Name", "Mine now"))).Status.Should().Be(HttpStatusCode.NotFound);
        (await other.ForgeAsync($"/account/passkeys/{id}/remove", token)).Status.Should().Be(HttpStatusCode.NotFound);
        (await app.Db.AllAsync<Passkey>()).Should().ContainSingle().Which.Name.Should().Be("My phone");
    }

    [Fact]
    public async Task Without_an_answer_of_a_device_the_form_says_so()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var visitor = await app.SignInAsync(trust.AsStaff);

        var page = await (await visitor.OpenAsync("/account/passkeys/add")).PressAsync("Add passkey", ("Input.Name", "My phone"));

        page.Status.Should().Be(HttpStatusCode.BadRequest);
        page.Errors.Should().Equal(NotMade);
        page.Find("[name='Input.Name']").GetAttribute("value").Should().Be("My phone");
    }
}
