using System.Text.RegularExpressions;
using Champions.Browser.Tests.Running;
using Champions.TestSupport.SignOn;

namespace Champions.Browser.Tests;

/// <summary>The ways in, each from the first page to the last on a phone. Passkeys have tests of their own.</summary>
[Collection(InTheBrowser.Name)]
public sealed class DoorJourneyTests(RealBrowser browser)
{
    private const string DemoPassword = "demo password 1";

    [Fact]
    public async Task A_new_colleague_types_the_code_of_the_email_and_says_who_they_are_without_JavaScript()
    {
        const string Address = "ngozi.adeyemi@demo.example";
        await using var mailbox = await browser.OpenAsync();
        await using var colleague = await browser.OpenAsync(Widths.Phone, javaScript: false);
        await AskForCodeAsync(colleague, Address);
        var (code, _) = await Inbox.LogInEmailAsync(mailbox, Address);

        await colleague.Page.FillAsync("[name='Input.Code']", code == "111111" ? "222222" : "111111");
        await colleague.Button("Log in").ClickAsync();
        (await colleague.TextAsync()).Should().Contain("There is a problem");
        await CheckAsync(colleague, status: 400);
        await colleague.Page.FillAsync("[name='Input.Code']", $"{code[..3]} {code[3..]}");
        await colleague.Button("Log in").ClickAsync();

        (await colleague.HeadingAsync()).Should().Be("Welcome to Champions");
        await CheckAsync(colleague);
        await colleague.Button("Start using Champions").ClickAsync();
        (await colleague.TextAsync()).Should().Contain("Enter your name").And.Contain("Choose your staff group").And.Contain("Choose your ward");
        await CheckAsync(colleague, status: 400);
        await colleague.Page.FillAsync("[name='Input.Name']", "Ngozi Adeyemi");
        await colleague.Page.CheckAsync("[name='Input.Group'][value='HealthcareScientists']");
        await colleague.Page.SelectOptionAsync("[name='Input.Ward']", "none");
        await colleague.Button("Start using Champions").ClickAsync();

        colleague.Address.Should().Be("/home");
        (await colleague.Page.InnerTextAsync("header")).Should().Contain("Ngozi Adeyemi");
        await CheckAsync(colleague);
    }

    [Fact]
    public async Task The_link_of_the_email_shows_a_button_however_often_it_is_opened_and_logs_in_once_without_JavaScript()
    {
        const string Address = "staff@demo.example";
        await using var mailbox = await browser.OpenAsync();
        await using var desk = await browser.OpenAsync(Widths.Phone, javaScript: false);
        await using var phone = await browser.OpenAsync(Widths.Phone, javaScript: false);
        await AskForCodeAsync(desk, Address);
        var (_, link) = await Inbox.LogInEmailAsync(mailbox, Address);

        (await mailbox.OpenAsync(link)).Should().Be(200, "a mail scanner opens it first, and nothing happens");
        (await phone.OpenAsync(link)).Should().Be(200);
        (await phone.TextAsync()).Should().Contain(Address);
        await CheckAsync(phone);
        await phone.Button("Log in").ClickAsync();

        phone.Address.Should().Be("/home");
        (await phone.Page.InnerTextAsync("header")).Should().Contain("Tom Reid");
        await CheckAsync(phone);
        (await desk.OpenAsync(link)).Should().Be(410);
        (await desk.HeadingAsync()).Should().Be("This link no longer works");
        await CheckAsync(desk, status: 410);
    }

    [Fact]
    public async Task A_coordinator_sets_up_an_app_at_the_door_and_comes_back_with_its_code_and_with_a_recovery_code()
    {
        await using var coordinator = await browser.OpenAsync(Widths.Phone);
        var keys = new Keyboard(coordinator.Page);
        await GivePasswordAsync(coordinator, keys);
        (await coordinator.HeadingAsync()).Should().Be("Set up a second step");
        (await coordinator.Page.EvalOnSelectorAsync<int>(".app-qr", "picture => picture.naturalWidth")).Should().BePositive("the QR code is shown");
        await coordinator.Page.GetByText("I cannot scan the picture").ClickAsync();
        await CheckAsync(coordinator);
        var app = new Authenticator(await coordinator.Page.InnerTextAsync(".app-key"));
        var setUpAt = TimeProvider.System.GetUtcNow();
        await keys.TypeAsync(coordinator.Page.Locator("[name='Input.Code']"), app.CodeAt(setUpAt));
        await coordinator.Page.Keyboard.PressAsync("Enter");

        await coordinator.Page.Locator(".app-codes").WaitForAsync();
        (await coordinator.HeadingAsync()).Should().Be("Your recovery codes");
        var recoveryCodes = await coordinator.Page.Locator(".app-codes code").AllInnerTextsAsync();
        recoveryCodes.Should().HaveCount(10).And.OnlyHaveUniqueItems();
        await CheckAsync(coordinator);
        await coordinator.Button("I have saved them, continue").ClickAsync();
        await coordinator.Page.WaitForURLAsync("**/home");
        await LogOutAsync(coordinator);

        await GivePasswordAsync(coordinator, keys);
        (await coordinator.HeadingAsync()).Should().Be("Second step");
        await CheckAsync(coordinator);
        await keys.TypeAsync(coordinator.Page.Locator("[name='Input.Code']"), app.CodeAt(setUpAt));
        await coordinator.Page.Keyboard.PressAsync("Enter");
        await coordinator.Page.WaitForSelectorAsync(".nhsuk-error-summary");
        await CheckAsync(coordinator, status: 400);

        // No code twice, so the app's next one, which counts a little before its time
        await keys.TypeAsync(coordinator.Page.Locator("[name='Input.Code']"), app.CodeAt(setUpAt, steps: 1));
        await coordinator.Page.Keyboard.PressAsync("Enter");
        await coordinator.Page.WaitForURLAsync("**/home");
        await LogOutAsync(coordinator);

        await GivePasswordAsync(coordinator, keys);
        await coordinator.Page.GetByText("I do not have my phone").ClickAsync();
        await coordinator.Link("enter a recovery code").ClickAsync();
        await coordinator.Page.WaitForURLAsync("**/second-factor?recovery=true");
        await CheckAsync(coordinator);
        await keys.TypeAsync(coordinator.Page.Locator("[name='Input.Code']"), recoveryCodes[0]);
        await coordinator.Page.Keyboard.PressAsync("Enter");
        await coordinator.Page.WaitForURLAsync("**/home");
        (await coordinator.TextAsync()).Should().Contain("You have 9 recovery codes left.");
        await CheckAsync(coordinator);
    }

    [Fact]
    public async Task A_champion_links_their_trusts_account_once_and_logs_in_with_it_alone_from_then_on()
    {
        const string Address = "champion@other.example";
        await using var provider = await IdentityProvider.StartAsync();
        await provider.PersonIsAsync("subject-of-daniel", "daniel@provider.example");
        await using var administrator = await browser.OpenAsync();
        await AddAsync(administrator, provider, "Newcastle account");
        await using var mailbox = await browser.OpenAsync();
        await using var champion = await browser.OpenAsync(Widths.Phone);

        await LogInAtTrustAsync(champion, "Newcastle account");
        await champion.Page.WaitForURLAsync("**/sign-in?returnUrl=*");
        (await champion.TextAsync()).Should().Contain("Newcastle account knows you. Log in once with your work email as well");
        await CheckAsync(champion);
        await champion.Page.FillAsync("[name='Input.Email']", Address);
        await champion.Button("Continue").ClickAsync();
        await champion.Page.WaitForURLAsync("**/sign-in/code");
        await champion.Page.FillAsync("[name='Input.Code']", (await Inbox.LogInEmailAsync(mailbox, Address)).Code);
        await champion.Button("Log in").ClickAsync();
        await champion.Page.WaitForURLAsync("**/sign-in/single-sign-on/link");
        await CheckAsync(champion);
        await champion.Button("Link them").ClickAsync();
        await champion.Page.WaitForURLAsync("**/home");
        await LogOutAsync(champion);

        await LogInAtTrustAsync(champion, "Newcastle account");
        await champion.Page.WaitForURLAsync("**/home");
        (await champion.Page.InnerTextAsync("header")).Should().Contain("Daniel Hughes");
        await CheckAsync(champion);
        await LogOutAsync(champion);
        await champion.OpenAsync("/home");
        champion.Address.Should().StartWith("/sign-in");

        await administrator.Link("Newcastle account").ClickAsync();
        await administrator.Button("Turn off").ClickAsync();
        (await administrator.TextAsync()).Should().Contain("People can no longer log in with Newcastle account.");
    }

    /// <summary>As far as the page that wants the code.</summary>
    private static async Task AskForCodeAsync(Person person, string address)
    {
        await person.OpenAsync("/sign-in");
        await CheckAsync(person);
        await person.Page.FillAsync("[name='Input.Email']", address);
        await person.Button("Continue").ClickAsync();
        (await person.HeadingAsync()).Should().Be("Check your email");
        (await person.TextAsync()).Should().Contain(address);
        await CheckAsync(person);
    }

    /// <summary>A coordinator of a trust that no other test enters, as far as the second step.</summary>
    private static async Task GivePasswordAsync(Person coordinator, Keyboard keys)
    {
        await coordinator.OpenAsync("/sign-in/password");
        await CheckAsync(coordinator);
        await keys.TypeAsync(coordinator.Page.Locator("[name='Input.Email']"), "coordinator@third.example");
        await keys.TypeAsync(coordinator.Page.Locator("[name='Input.Password']"), DemoPassword);
        await coordinator.Page.Keyboard.PressAsync("Enter");
        await coordinator.Page.WaitForURLAsync("**/second-factor**");
    }

    /// <summary>From the log-in page to the trust's own log-in, which asks nothing and sends people straight back.</summary>
    private static async Task LogInAtTrustAsync(Person person, string name)
    {
        await person.OpenAsync("/sign-in");
        await person.Link("Log in with your trust's account").ClickAsync();
        await person.Page.WaitForURLAsync("**/sign-in/single-sign-on");
        await CheckAsync(person);
        await person.Link(name).ClickAsync();
    }

    private static async Task AddAsync(Person administrator, IdentityProvider provider, string name)
    {
        await administrator.LogInAsync("the administrator");
        await administrator.OpenAsync("/admin/trusts?q=RTD");
        await administrator.Page.Locator("main tbody a[href^='/admin/trusts/']").First.ClickAsync();
        await administrator.Page.WaitForURLAsync(new Regex("/admin/trusts/[0-9a-f-]{36}$", RegexOptions.None, TimeSpan.FromSeconds(1)));
        await administrator.OpenAsync($"{administrator.Address}/single-sign-on/new");
        await administrator.Page.FillAsync("[name='Input.Name']", name);
        await administrator.Page.FillAsync("[name='Input.Issuer']", provider.Issuer);
        await administrator.Page.FillAsync("[name='Input.ClientId']", IdentityProvider.ClientId);
        await administrator.Page.FillAsync("[name='Input.Secret']", IdentityProvider.ClientSecret);
        await administrator.Button("Add").ClickAsync();
        await administrator.Page.WaitForURLAsync(new Regex("/single-sign-on/[0-9a-f-]{36}$", RegexOptions.None, TimeSpan.FromSeconds(1)));
        await administrator.Link("Single sign-on").ClickAsync();
        await administrator.Page.WaitForURLAsync("**/single-sign-on");
    }

    private static async Task LogOutAsync(Person person)
    {
        await person.Button("Log out").ClickAsync();
        await person.Page.WaitForURLAsync(url => new Uri(url).AbsolutePath == "/");
        (await person.TextAsync()).Should().Contain("You are logged out.");
    }

    private static async Task CheckAsync(Person person, int status = 200) =>
        (await PageCheck.ProblemsAsync(person, status)).Should().BeEmpty($"of {person.Address} at {person.Page.ViewportSize!.Width} px");
}
