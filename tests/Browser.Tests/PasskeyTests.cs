using Champions.Browser.Tests.Running;
using Microsoft.Playwright;

namespace Champions.Browser.Tests;

/// <summary>Passkeys with a device that Chromium makes up: what no test without a browser can see.</summary>
[Collection(InTheBrowser.Name)]
public sealed class PasskeyTests(RealBrowser browser)
{
    [Fact]
    public async Task A_champion_adds_a_passkey_logs_in_with_it_by_keyboard_and_removes_it()
    {
        await using var champion = await browser.OpenAsync();
        var device = await VirtualDevice.PlugInAsync(champion);
        var keys = new Keyboard(champion.Page);
        await champion.LogInAsync("a champion");
        await champion.OpenAsync("/account/passkeys");
        await CheckAsync(champion);
        await champion.Button("Add a passkey").ClickAsync();

        (await champion.Page.InputValueAsync("[name='Input.Name']")).Should().Be("Chrome on Linux");
        await champion.Page.FillAsync("[name='Input.Name']", "My phone");
        await CheckAsync(champion);
        await champion.Button("Add passkey").ClickAsync();
        await champion.Page.WaitForURLAsync("**/account/passkeys");

        (await champion.TextAsync()).Should().Contain("Passkey added: My phone");
        (await device.CountAsync()).Should().Be(1);
        await CheckAsync(champion);
        await champion.Button("Log out").ClickAsync();
        await champion.OpenAsync("/sign-in?returnUrl=%2Fslots");
        await CheckAsync(champion);
        await keys.PressAsync(champion.Button("Log in with a passkey"));
        await champion.Page.WaitForURLAsync("**/slots");

        await champion.OpenAsync("/account/passkeys");
        (await champion.TextAsync()).Should().NotContain("Not yet", "it was used");
        await champion.Link("Rename My phone").ClickAsync();
        await CheckAsync(champion);
        await champion.OpenAsync("/account/passkeys");
        await champion.Link("Remove My phone").ClickAsync();
        await CheckAsync(champion);
        await champion.Button("Remove passkey").ClickAsync();
        await champion.Page.WaitForURLAsync("**/account/passkeys");

        (await champion.TextAsync()).Should().Contain("Passkey removed: My phone");
        await champion.Button("Log out").ClickAsync();
        await champion.OpenAsync("/sign-in");
        await champion.Button("Log in with a passkey").ClickAsync();
        await champion.Page.WaitForURLAsync("**/sign-in/passkey");
        (await champion.TextAsync()).Should().Contain("This passkey did not work here. Try again, or log in another way.");
        await CheckAsync(champion, status: 400);
    }

    [Fact]
    public async Task A_coordinator_sets_a_passkey_up_at_the_door_gives_it_as_the_second_step_and_cannot_remove_the_last()
    {
        await using var coordinator = await browser.OpenAsync();
        var device = await VirtualDevice.PlugInAsync(coordinator);
        await GivePasswordAsync(coordinator);
        (await coordinator.HeadingAsync()).Should().Be("Set up a second step");
        await CheckAsync(coordinator);
        await coordinator.Button("Add a passkey").ClickAsync();
        await coordinator.Page.WaitForURLAsync("**/home");
        (await coordinator.TextAsync()).Should().Contain("Passkey added.");
        await coordinator.Button("Log out").ClickAsync();

        await GivePasswordAsync(coordinator);
        (await coordinator.HeadingAsync()).Should().Be("Second step");
        await CheckAsync(coordinator);
        await device.RecogniseAsync(person: false);
        await coordinator.Button("Use your passkey").ClickAsync();
        await coordinator.Page.GetByText("No passkey was used. Try again, or log in another way.").WaitForAsync();
        await device.RecogniseAsync(person: true);
        await coordinator.Button("Use your passkey").ClickAsync();
        await coordinator.Page.WaitForURLAsync("**/home");

        await coordinator.OpenAsync("/account/security");
        (await coordinator.TextAsync()).Should().Contain("1 passkey");
        await coordinator.Link("Change passkeys").ClickAsync();
        await coordinator.Link("Remove Chrome on Linux").ClickAsync();
        (await coordinator.TextAsync()).Should().Contain("this passkey is your only one");
        await CheckAsync(coordinator);
    }

    [Fact]
    public async Task The_wrong_finger_is_told_beside_the_button_which_works_again_afterwards()
    {
        await using var staff = await browser.OpenAsync(Widths.Phone);
        var device = await VirtualDevice.PlugInAsync(staff);
        await staff.LogInAsync("a staff member");
        await staff.OpenAsync("/account/passkeys/add");

        await device.RecogniseAsync(person: false);
        await staff.Button("Add passkey").ClickAsync();
        await staff.Page.GetByRole(AriaRole.Alert).Filter(new LocatorFilterOptions { HasText = "No passkey was made." }).WaitForAsync();
        await CheckAsync(staff);
        await device.RecogniseAsync(person: true);
        await staff.Button("Add passkey").ClickAsync();
        await staff.Page.WaitForURLAsync("**/account/passkeys");

        await staff.OpenAsync("/account/passkeys/add");
        await staff.Button("Add passkey").ClickAsync();
        await staff.Page.GetByText("This device already has a passkey for you.").WaitForAsync();
        (await device.CountAsync()).Should().Be(1);
    }

    [Fact]
    public async Task A_name_that_is_missing_is_told_before_the_device_makes_anything()
    {
        await using var staff = await browser.OpenAsync();
        var device = await VirtualDevice.PlugInAsync(staff);
        await staff.LogInAsync("a staff member");
        await staff.OpenAsync("/account/passkeys/add");
        await staff.Page.FillAsync("[name='Input.Name']", " ");

        await staff.Button("Add passkey").ClickAsync();

        await staff.Page.WaitForSelectorAsync(".nhsuk-error-summary");
        (await staff.TextAsync()).Should().Contain("Enter a name, for example My phone");
        (await device.CountAsync()).Should().Be(0);
        await CheckAsync(staff, status: 400);
    }

    [Fact]
    public async Task Without_JavaScript_the_pages_say_what_is_missing_and_offer_other_ways()
    {
        await using var staff = await browser.OpenAsync(javaScript: false);

        await staff.OpenAsync("/sign-in");
        (await staff.Button("Log in with a passkey").IsVisibleAsync()).Should().BeFalse();
        await staff.OpenAsync("/sign-in/passkey");
        (await staff.TextAsync()).Should().Contain("This browser cannot use passkeys, or JavaScript is switched off in it.");
        await staff.Link("log in another way").ClickAsync();
        staff.Address.Should().Be("/sign-in");
    }

    private static async Task GivePasswordAsync(Person person)
    {
        await person.OpenAsync("/sign-in/password");
        await person.Page.FillAsync("[name='Input.Email']", "coordinator@other.example");
        await person.Page.FillAsync("[name='Input.Password']", "demo password 1");
        await person.Button("Log in").ClickAsync();
        await person.Page.WaitForURLAsync("**/second-factor**");
    }

    private static async Task CheckAsync(Person person, int status = 200)
    {
        var width = person.Page.ViewportSize!.Width;
        foreach (var window in (int[])[Widths.Desk, Widths.Narrow, width])
        {
            await person.Page.SetViewportSizeAsync(window, 900);
            (await PageCheck.ProblemsAsync(person, status)).Should().BeEmpty($"of {person.Address} at {window} px");
        }
    }
}
