using System.Net;
using Champions.Domain.Accounts;
using Champions.Domain.Staff;
using Champions.TestSupport.Web;

namespace Champions.Web.Tests.Entering;

/// <summary>Logging in with a code from an email, page by page.</summary>
public sealed class CodePagesTests
{
    [Theory, EveryDatabase]
    public async Task A_colleague_types_the_code_from_the_email_and_is_in(DatabaseKind kind)
    {
        await using var door = await CodeDoor.OpenAsync(kind);
        var visitor = door.App.NewVisitor();
        var page = await door.AskAsync(visitor, $" {door.Known.ToUpperInvariant()} ");
        (page.Address, page.Heading).Should().Be(("/sign-in/code", "Check your email"));
        page.Via.Should().Equal(HttpStatusCode.SeeOther);
        var code = (await door.EmailAsync()).Code();

        page = await page.PressAsync("Log in", ("Input.Code", $" {code[..3]} {code[3..]} "));

        page.Address.Should().Be("/home");
        page.Body.Should().Contain("Tom Reid");
        var session = (await door.App.Db.AllAsync<AccountSession>()).Should().ContainSingle().Subject;
        (session.Method, session.SecondFactorAt).Should().Be((SignInMethod.EmailCode, null));
        (await visitor.OpenAsync("/sign-in/code")).Address.Should().Be("/home", "what the browser carried is gone");
    }

    [Theory, EveryDatabase]
    public async Task Somebody_new_says_name_staff_group_and_ward_and_is_in(DatabaseKind kind)
    {
        await using var door = await CodeDoor.OpenAsync(kind);
        var visitor = door.App.NewVisitor();

        var page = await door.EnterAsync(visitor, CodeDoor.Newcomer, "/sign-in?returnUrl=%2Fhelp");

        (page.Address, page.Heading).Should().Be(("/sign-in/welcome", "Welcome to Champions"));
        page.Text.Should().Contain(CodeDoor.Newcomer).And.Contain(door.Trust.Trust.Name);
        page = await page.PressAsync("Start using Champions");
        page.Status.Should().Be(HttpStatusCode.BadRequest);
        page.Errors.Should().Equal("Enter your name", "Choose your staff group", "Choose your ward, or say that you do not work on one ward");
        page = await page.PressAsync(
            "Start using Champions", ("Input.Name", "Nia Evans"), ("Input.Group", "MedicalAndDental"), ("Input.Ward", door.Trust.Ward.Id.Value.ToString()));
        page.Address.Should().Be("/help");
        page.Body.Should().Contain("Nia Evans");
        var person = (await door.App.Db.AllAsync<StaffMember>()).Single(p => p.Email == CodeDoor.Newcomer);
        (person.TrustId, person.WardId).Should().Be((door.Trust.Trust.Id, (WardId?)door.Trust.Ward.Id));
        (await door.EnterAsync(door.App.NewVisitor(), CodeDoor.Newcomer)).Address.Should().Be("/home", "the second time nothing is asked");
    }

    [Fact]
    public async Task Somebody_new_may_work_on_no_one_ward_and_cannot_choose_another_trusts()
    {
        await using var door = await CodeDoor.OpenAsync();
        var other = await SmallTrust.CreateOtherAsync(door.App.Db);
        var visitor = door.App.NewVisitor();
        var page = await door.EnterAsync(visitor, CodeDoor.Newcomer);

        var forged = await visitor.ForgeAsync(
            "/sign-in/welcome", ("__RequestVerificationToken", page.Token), ("Input.Name", "Nia"), ("Input.Group", "Students"), ("Input.Ward", other.Ward.Id.Value.ToString()));

        forged.Status.Should().Be(HttpStatusCode.BadRequest);
        forged.Errors.Should().Equal("Choose a ward from the list.");
        page = await page.PressAsync("Start using Champions", ("Input.Name", "Nia Evans"), ("Input.Group", "Students"), ("Input.Ward", "none"));
        page.Address.Should().Be("/home");
        (await door.App.Db.AllAsync<StaffMember>()).Single(p => p.Email == CodeDoor.Newcomer).WardId.Should().BeNull();
    }

    [Fact]
    public async Task A_second_tab_of_somebody_new_finds_them_in()
    {
        await using var door = await CodeDoor.OpenAsync();
        var visitor = door.App.NewVisitor();
        var first = await door.EnterAsync(visitor, CodeDoor.Newcomer);
        var second = await visitor.OpenAsync("/sign-in/welcome");
        await first.PressAsync("Start using Champions", ("Input.Name", "Nia Evans"), ("Input.Group", "Students"), ("Input.Ward", "none"));

        var page = await second.PressAsync("Start using Champions", ("Input.Name", "Nia E"), ("Input.Group", "Students"), ("Input.Ward", "none"));

        // The token of the second tab is a signed-out person's, so it may be told that the page was open too long
        (await visitor.OpenAsync("/home")).Body.Should().Contain("Nia Evans");
        page.Status.Should().BeOneOf(HttpStatusCode.OK, HttpStatusCode.BadRequest);
        (await door.App.Db.AllAsync<StaffMember>()).Count(p => p.Email == CodeDoor.Newcomer).Should().Be(1);
    }

    [Theory]
    [InlineData("", "Enter the 6-digit code")]
    [InlineData("12345", "Enter the 6 digits of the code, for example 048 213")]
    [InlineData("1234567", "Enter the 6 digits of the code, for example 048 213")]
    [InlineData("12345a", "Enter the 6 digits of the code, for example 048 213")]
    [InlineData("١٢٣٤٥٦", "Enter the 6 digits of the code, for example 048 213")]
    [InlineData("123456123456123456123456", "Enter the 6 digits of the code, for example 048 213")]
    public async Task What_is_no_code_costs_no_try(string typed, string message)
    {
        await using var door = await CodeDoor.OpenAsync();
        var page = await door.AskAsync(door.App.NewVisitor(), door.Known);

        page = await page.PressAsync("Log in", ("Input.Code", typed));

        page.Status.Should().Be(HttpStatusCode.BadRequest);
        page.Errors.Should().Equal(message);
        (await door.App.Db.AllAsync<OneTimeCode>()).Single().TriesLeft.Should().Be(OneTimeCode.Tries);
    }

    [Fact]
    public async Task Wrong_used_up_and_expired_codes_are_told_apart_in_plain_words()
    {
        await using var door = await CodeDoor.OpenAsync();
        var page = await door.AskAsync(door.App.NewVisitor(), door.Known);
        var wrong = (await door.EmailAsync()).Code() == "000000" ? "000001" : "000000";

        page = await page.PressAsync("Log in", ("Input.Code", wrong));
        page.Errors.Should().Equal("That is not the code we sent. Check the newest email and try again.");
        for (var more = 1; more < OneTimeCode.Tries; more++)
        {
            page = await page.PressAsync("Log in", ("Input.Code", wrong));
        }

        page.Errors.Should().Equal("That was the last of 5 tries. Send another code, or use the link in the email.");
        door.App.Clock.Advance(TimeSpan.FromSeconds(1));
        page = await page.PressAsync("Send another code");
        page.Text.Should().Contain("We have sent another code");
        door.App.Clock.Advance(OneTimeCode.CodeLife);
        page = await page.PressAsync("Log in", ("Input.Code", (await door.EmailAsync()).Code()));
        page.Errors.Should().Equal("This code has expired. A code works for 10 minutes. Send another code.");
        door.App.Clock.Advance(TimeSpan.FromSeconds(1));
        page = await page.PressAsync("Send another code");
        page = await page.PressAsync("Log in", ("Input.Code", (await door.EmailAsync()).Code()));
        page.Address.Should().Be("/home");
    }

    [Fact]
    public async Task A_code_works_only_in_the_browser_that_asked_for_it()
    {
        await using var door = await CodeDoor.OpenAsync();
        await door.AskAsync(door.App.NewVisitor(), door.Known);
        var code = (await door.EmailAsync()).Code();
        var thief = door.App.NewVisitor();

        (await thief.OpenAsync("/sign-in/code")).Address.Should().Be("/sign-in", "this browser asked for nothing");
        var page = await door.AskAsync(thief, door.Known);
        page = await page.PressAsync("Log in", ("Input.Code", code));

        page.Status.Should().Be(HttpStatusCode.BadRequest);
        page.Errors.Should().Equal("That is not the code we sent. Check the newest email and try again.");
    }

    [Theory]
    [InlineData("champions-code")]
    [InlineData("champions-welcome")]
    public async Task What_a_browser_carries_cannot_be_made_up_or_taken_for_another_thing(string name)
    {
        await using var door = await CodeDoor.OpenAsync();
        var honest = door.App.NewVisitor();
        await door.AskAsync(honest, CodeDoor.Newcomer);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/sign-in/welcome");
        var asked = await honest.Client.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/sign-in/code"));
        asked.StatusCode.Should().Be(HttpStatusCode.OK);
        request.Headers.Add("Cookie", $"{name}=CfDJ8made-up");

        using var answer = await door.App.NewVisitor().Client.SendAsync(request);

        (answer.StatusCode, answer.Headers.Location?.ToString()).Should().Be((HttpStatusCode.SeeOther, "/sign-in"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("not an address")]
    [InlineData("a@b")]
    [InlineData("x@newcomers.example\r\nBcc: y@evil.example")]
    [InlineData("\"quoted\"@newcomers.example")]
    public async Task What_is_no_address_brings_the_form_back(string typed)
    {
        await using var door = await CodeDoor.OpenAsync();

        var page = await door.AskAsync(door.App.NewVisitor(), typed);

        page.Status.Should().Be(HttpStatusCode.BadRequest);
        page.Errors.Should().ContainSingle();
        (await door.App.Db.EmailsAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task A_flood_from_one_network_has_to_wait_and_other_networks_do_not()
    {
        await using var door = await CodeDoor.OpenAsync();
        var flood = door.App.NewVisitor();
        var turnedAway = 0;

        // Without its token a post is refused at once, but it counts
        await Parallel.ForEachAsync(Enumerable.Range(0, 620), async (_, cancellation) =>
        {
            using var answer = await flood.Client.PostAsync("/sign-in/code", new FormUrlEncodedContent([]), cancellation);
            if (answer is { StatusCode: HttpStatusCode.TooManyRequests, Headers.RetryAfter: not null })
            {
                Interlocked.Increment(ref turnedAway);
            }
        });

        turnedAway.Should().Be(20);
        (await flood.OpenAsync("/sign-in")).Status.Should().Be(HttpStatusCode.OK, "reading is free");
        (await door.AskAsync(door.App.NewVisitor(), door.Known)).Status.Should().Be(HttpStatusCode.OK);
    }
}
