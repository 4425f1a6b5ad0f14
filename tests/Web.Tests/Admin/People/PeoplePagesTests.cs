using System.Net;
using Champions.Application.Abstractions;
using Champions.Application.Reminders;
using Champions.Domain.Champions;
using Champions.Domain.Staff;
using Champions.TestSupport.Web;

namespace Champions.Web.Tests.Admin.People;

public sealed class PeoplePagesTests
{
    [Theory, EveryDatabase]
    public async Task A_coordinator_invites_somebody_gives_them_a_role_and_it_counts_at_their_next_request(DatabaseKind kind)
    {
        await using var app = await ChampionsApp.StartAsync(kind);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var coordinator = await app.SignInAsync(trust.AsCoordinator);

        var invite = await (await coordinator.OpenAsync("/admin/people")).FollowAsync("Invite somebody");
        var invited = await invite.PressAsync(
            "Invite", ("Input.Name", "Priya Shah"), ("Input.Email", "priya.shah@trust.example"), ("Input.StaffGroup", "AdministrativeAndClerical"), ("Input.Ward", trust.Ward.Id.Value.ToString()));
        invited.Via.Should().Equal(HttpStatusCode.SeeOther);
        invited.Heading.Should().Be("Priya Shah");
        invited.Text.Should().Contain("Priya Shah is invited. They will get an email.").And.Contain("Maple Ward");
        (await app.Db.EmailsAsync()).Should().ContainSingle(e => e.Reason == ReminderReason.Invitation && e.ToAddress == "priya.shah@trust.example");

        var priya = (await app.Db.AllAsync<StaffMember>()).Single(p => p.Name == "Priya Shah");
        var hers = await app.SignInAsync(trust.AsPerson(priya));
        (await hers.OpenAsync("/wards")).Status.Should().Be(HttpStatusCode.Forbidden);

        var administrator = await app.SignInAsync(SmallTrust.AsAdministrator);
        var roles = await administrator.OpenAsync($"/admin/people/{priya.Id.Value}/roles");
        var given = await roles.PressAsync("Save roles", ("Chosen", "Coordinator"));
        given.Text.Should().Contain("Priya Shah now holds the role coordinator. They will get an email.");
        (await hers.OpenAsync("/wards")).Status.Should().Be(HttpStatusCode.OK);

        var taken = await (await administrator.OpenAsync($"/admin/people/{priya.Id.Value}/roles")).PressAsync("Save roles", ("Chosen", null));
        taken.Text.Should().Contain("Priya Shah no longer holds the role coordinator.").And.Contain("Roles changed from Coordinator to Staff");
        (await hers.OpenAsync("/wards")).Status.Should().Be(HttpStatusCode.Forbidden, "a demotion counts at the next request");
    }

    [Theory, EveryDatabase]
    public async Task Disabling_moving_and_logging_out_count_at_the_next_request(DatabaseKind kind)
    {
        await using var app = await ChampionsApp.StartAsync(kind);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var coordinator = await app.SignInAsync(trust.AsCoordinator);
        var colleague = await app.SignInAsync(trust.AsStaff);
        var address = $"/admin/people/{trust.Colleague.Id.Value}";

        var moved = await (await coordinator.OpenAsync(address + "/correct")).PressAsync("Save", ("Input.Name", "Thomas Reid"), ("Input.Ward", trust.Ward.Id.Value.ToString()));
        moved.Text.Should().Contain("Thomas Reid is saved.").And.Contain("Moved to another ward");
        (await colleague.OpenAsync("/home")).Body.Should().Contain("Thomas Reid");

        await (await coordinator.OpenAsync(address + "/access")).PressAsync("Do this now", ("Do", "LogOutEverywhere"));
        (await colleague.OpenAsync("/home")).Address.Should().StartWith("/sign-in");

        colleague = await app.SignInAsync(trust.AsStaff);
        var disabled = await (await coordinator.OpenAsync(address + "/access")).PressAsync("Do this now", ("Do", "Disable"));
        disabled.Text.Should().Contain("Thomas Reid cannot log in any more.").And.Contain("Disabled");
        (await colleague.OpenAsync("/home")).Address.Should().StartWith("/sign-in");
        await FluentActions.Awaiting(() => app.SignInAsync(trust.AsStaff)).Should().ThrowAsync<InvalidOperationException>("the account is disabled");

        await (await coordinator.OpenAsync(address + "/access")).PressAsync("Do this now", ("Do", "Enable"));
        await app.SignInAsync(trust.AsStaff);
        var left = await (await coordinator.OpenAsync(address + "/access")).PressAsync("Do this now", ("Do", "Leave"));
        left.Text.Should().Contain("Thomas Reid has left the trust.").And.Contain("Left the trust on 24 Nov 2026");
        await FluentActions.Awaiting(() => app.SignInAsync(trust.AsStaff)).Should().ThrowAsync<InvalidOperationException>("they have left");
    }

    [Theory, EveryDatabase]
    public async Task Somebody_is_made_a_champion_paused_and_stepped_down(DatabaseKind kind)
    {
        await using var app = await ChampionsApp.StartAsync(kind);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var coordinator = await app.SignInAsync(trust.AsCoordinator);
        var colleague = await app.SignInAsync(trust.AsStaff);
        var form = $"/admin/people/{trust.Colleague.Id.Value}/champion";
        (await colleague.OpenAsync("/slots/new")).Status.Should().Be(HttpStatusCode.Forbidden);

        var made = await (await coordinator.OpenAsync(form)).PressAsync("Make a champion", ("Systems", trust.System.Id.Value.ToString()));
        made.Text.Should().Contain("Tom Reid is a champion now. They will get an email.");
        (await colleague.OpenAsync("/slots/new")).Status.Should().Be(HttpStatusCode.OK);

        (await (await coordinator.OpenAsync(form)).PressAsync("Pause")).Text.Should().Contain("Tom Reid is paused.");
        (await (await coordinator.OpenAsync(form)).PressAsync("Make active again")).Text.Should().Contain("Tom Reid is active again.");
        (await (await coordinator.OpenAsync(form)).PressAsync("End the role of champion")).Text.Should().Contain("Tom Reid is no longer a champion.");
        (await colleague.OpenAsync("/slots/new")).Status.Should().Be(HttpStatusCode.Forbidden);
        (await app.Db.AllAsync<Champion>()).Single(c => c.StaffMemberId == trust.Colleague.Id).Status.Should().Be(ChampionStatus.SteppedDown);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/correct")]
    [InlineData("/roles")]
    [InlineData("/access")]
    [InlineData("/second-factor")]
    [InlineData("/champion")]
    public async Task Another_trusts_person_answers_byte_for_byte_like_nobody(string form)
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var other = await SmallTrust.CreateOtherAsync(app.Db);
        var coordinator = await app.SignInAsync(trust.AsCoordinator);
        var token = (await coordinator.OpenAsync("/home")).Token;
        (string, string)[] fields = [("__RequestVerificationToken", token), ("Chosen", "Helpdesk"), ("Seen", "Staff"), ("Do", "Disable"), ("Checked", "true"), ("Input.Name", "X"), ("Input.StaffGroup", "Students")];

        var (foreign, unknown) = ($"/admin/people/{other.Colleague.Id.Value}{form}", $"/admin/people/{Guid.CreateVersion7(Given.Now)}{form}");
        var (seen, nobody) = (await coordinator.OpenAsync(foreign), await coordinator.OpenAsync(unknown));

        seen.Status.Should().Be(HttpStatusCode.NotFound);
        WithoutTokens(seen).Should().Be(WithoutTokens(nobody));
        if (form.Length > 0)
        {
            var (posted, postedToNobody) = (await coordinator.ForgeAsync(foreign, fields), await coordinator.ForgeAsync(unknown, fields));
            posted.Status.Should().Be(HttpStatusCode.NotFound);
            WithoutTokens(posted).Should().Be(WithoutTokens(postedToNobody));
        }
    }

    [Fact]
    public async Task Nobody_gives_themselves_a_role_or_one_that_is_not_below_their_own()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        await app.AccountOfAsync(trust.AsStaff);
        var coordinator = await app.SignInAsync(trust.AsCoordinator);
        var token = (await coordinator.OpenAsync("/home")).Token;

        var oneself = await coordinator.OpenAsync($"/admin/people/{trust.Coordinator.Id.Value}");
        oneself.Text.Should().Contain("You cannot change your own roles or access.");
        oneself.TextOf("main a").Should().NotContain(a => a.StartsWith("Change", StringComparison.Ordinal));
        foreach (var form in new[] { "roles", "access", "second-factor", "correct", "champion" })
        {
            (await coordinator.OpenAsync($"/admin/people/{trust.Coordinator.Id.Value}/{form}")).Status.Should().Be(HttpStatusCode.Forbidden);
            (await coordinator.ForgeAsync(
                $"/admin/people/{trust.Coordinator.Id.Value}/{form}",
                ("__RequestVerificationToken", token), ("Chosen", "Administrator"), ("Seen", "Staff"), ("Do", "Enable"), ("Checked", "true"))).Status.Should().Be(HttpStatusCode.Forbidden);
        }

        foreach (var role in new[] { "Coordinator", "Administrator", "Champion", "Helpdesk, Administrator" })
        {
            (await coordinator.ForgeAsync(
                $"/admin/people/{trust.Colleague.Id.Value}/roles",
                ("__RequestVerificationToken", token), ("Chosen", role), ("Seen", "Staff"))).Status.Should().Be(HttpStatusCode.Forbidden, $"of {role}");
            (await coordinator.ForgeAsync(
                "/admin/people/invite",
                ("__RequestVerificationToken", token), ("Input.Name", "X"), ("Input.Email", "x@trust.example"), ("Input.StaffGroup", "Students"), ("Input.Also", role)))
                .Status.Should().Be(role.Contains(',', StringComparison.Ordinal) ? HttpStatusCode.OK : HttpStatusCode.Forbidden, $"of {role}");
        }

        (await app.Db.AllAsync<Domain.Accounts.Account>()).Where(a => a.StaffMemberId == trust.Colleague.Id).Should().OnlyContain(a => a.Roles == Roles.Staff);
    }

    [Fact]
    public async Task Without_a_fresh_second_factor_no_form_opens_and_nothing_changes()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        await app.AccountOfAsync(trust.AsStaff);
        var coordinator = await app.SignInAsync(trust.AsCoordinator);
        var form = await coordinator.OpenAsync($"/admin/people/{trust.Colleague.Id.Value}/roles");
        app.Clock.Advance(TimeSpan.FromMinutes(16));

        var posted = await form.PressAsync("Save roles", ("Chosen", "Helpdesk"));
        var opened = await coordinator.OpenAsync($"/admin/people/{trust.Colleague.Id.Value}/access");

        foreach (var page in new[] { posted, opened })
        {
            AsksForSecondFactor(page).Should().BeTrue(page.Text);
        }

        (await app.Db.AllAsync<Domain.Accounts.Account>()).Single(a => a.StaffMemberId == trust.Colleague.Id).Roles.Should().Be(Roles.Staff);
        (await coordinator.OpenAsync($"/admin/people/{trust.Colleague.Id.Value}")).Status.Should().Be(HttpStatusCode.OK, "looking needs none");
    }

    [Fact]
    public async Task A_form_posted_twice_or_after_somebody_else_was_quicker_says_so()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        await app.AccountOfAsync(trust.AsStaff);
        var coordinator = await app.SignInAsync(trust.AsCoordinator);
        var roles = await coordinator.OpenAsync($"/admin/people/{trust.Colleague.Id.Value}/roles");
        var correct = await coordinator.OpenAsync($"/admin/people/{trust.Colleague.Id.Value}/correct");

        await roles.PressAsync("Save roles", ("Chosen", "Helpdesk"));
        (await roles.PressAsync("Save roles", ("Chosen", "Helpdesk"))).Text.Should().Contain("The roles of Tom Reid were so already.");
        await correct.PressAsync("Save", ("Input.Name", "Thomas Reid"));
        var stale = await correct.PressAsync("Save", ("Input.Name", "Tommy Reid"));

        stale.Status.Should().Be(HttpStatusCode.Conflict);
        stale.Errors.Should().Equal("Somebody else changed this person while you had the page open. Check how it stands now, then save again.");
        stale.Find("[name='Input.Name']").GetAttribute("value").Should().Be("Thomas Reid");
        (await stale.PressAsync("Save", ("Input.Name", "Tommy Reid"))).Text.Should().Contain("Tommy Reid is saved.");
    }

    [Fact]
    public async Task Bad_answers_of_the_invitation_are_named_and_what_was_typed_is_kept()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var other = await SmallTrust.CreateOtherAsync(app.Db);
        var coordinator = await app.SignInAsync(trust.AsCoordinator);
        var form = await coordinator.OpenAsync("/admin/people/invite");

        var empty = await form.PressAsync("Invite");
        empty.Status.Should().Be(HttpStatusCode.BadRequest);
        empty.Errors.Should().Equal("Enter the name of the person", "Enter their work email address", "Choose a staff group");

        var odd = await form.PressAsync("Invite", ("Input.Name", "Priya Shah"), ("Input.Email", "priya"), ("Input.StaffGroup", "Students"));
        odd.Errors.Should().Equal("Enter an email address in the correct format, like name@example.nhs.uk.");
        odd.Find("[name='Input.Name']").GetAttribute("value").Should().Be("Priya Shah");

        var here = await form.PressAsync("Invite", ("Input.Name", "Priya Shah"), ("Input.Email", trust.Colleague.Email), ("Input.StaffGroup", "Students"));
        here.Status.Should().Be(HttpStatusCode.Conflict);
        here.Errors.Should().Equal("Tom Reid already has this email address.");

        var elsewhere = await form.PressAsync("Invite", ("Input.Name", "Priya Shah"), ("Input.Email", other.Colleague.Email), ("Input.StaffGroup", "Students"));
        elsewhere.Status.Should().Be(HttpStatusCode.Conflict);
        elsewhere.Text.Should().NotContain("Plymouth");

        var forged = await coordinator.ForgeAsync(
            "/admin/people/invite?trust=" + other.Trust.Id.Value,
            ("__RequestVerificationToken", form.Token), ("Input.Name", "Priya Shah"), ("Input.Email", "p@trust.example"), ("Input.StaffGroup", "Students"), ("Input.Ward", other.Ward.Id.Value.ToString()));
        forged.Errors.Should().Equal("Choose a ward from the list.");
        (await app.Db.AllAsync<Domain.Accounts.Account>()).Should().OnlyContain(a => a.StaffMemberId == trust.Coordinator.Id);
    }

    [Fact]
    public async Task The_administrator_chooses_the_trust_first()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        await SmallTrust.CreateOtherAsync(app.Db);
        var administrator = await app.SignInAsync(SmallTrust.AsAdministrator);

        var form = await (await administrator.OpenAsync("/admin/people/invite")).PressAsync("Continue", ("Trust", trust.Trust.Id.Value.ToString()));
        var invited = await form.PressAsync(
            "Invite", ("Input.Name", "Priya Shah"), ("Input.Email", "priya.shah@trust.example"), ("Input.StaffGroup", "Students"), ("Input.Also", "Coordinator"));

        invited.Text.Should().Contain("Priya Shah is invited.").And.Contain(trust.Trust.Name);
        var list = await administrator.OpenAsync($"/admin/people?trust={trust.Trust.Id.Value}&role=coordinator");
        list.Text.Should().Contain("1 person").And.Contain("Priya Shah");
        var token = form.Token;
        (await administrator.ForgeAsync($"/admin/people/invite?trust={Guid.CreateVersion7(Given.Now)}", ("__RequestVerificationToken", token))).Status.Should().Be(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("?search=%27%3B--&role=rubbish&state=rubbish&ward=rubbish&trust=rubbish&sort=rubbish", HttpStatusCode.OK)]
    [InlineData("?p=99", HttpStatusCode.OK)]
    [InlineData("?p=rubbish&state=left", HttpStatusCode.OK)]
    public async Task An_address_that_somebody_made_up_is_answered_with_a_page(string query, HttpStatusCode status)
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.PostgreSql);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var coordinator = await app.SignInAsync(trust.AsCoordinator);

        (await coordinator.OpenAsync("/admin/people" + query)).Status.Should().Be(status);
        (await coordinator.OpenAsync("/admin/people/rubbish")).Status.Should().Be(HttpStatusCode.NotFound);
    }

    private static bool AsksForSecondFactor(Page page) => page.Address.StartsWith("/sign-in/again?returnUrl=%2Fadmin%2Fpeople%2F", StringComparison.Ordinal);

    private static string WithoutTokens(Page page) => System.Text.RegularExpressions.Regex.Replace(
        page.Body, "(name=\"__RequestVerificationToken\" type=\"hidden\" value=\")[^\"]+", "$1", System.Text.RegularExpressions.RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
}
