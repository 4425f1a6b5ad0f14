using System.Text.RegularExpressions;
using Champions.Application.Time;
using Champions.Browser.Tests.Running;
using Microsoft.Playwright;

namespace Champions.Browser.Tests;

/// <summary>The main line of the product in a real browser: one journey for each of the three people it is made for.</summary>
[Collection(InTheBrowser.Name)]
public sealed class JourneyTests(RealBrowser browser)
{
    [Fact]
    public async Task A_coordinator_gives_a_ward_a_champion_who_is_told_by_email()
    {
        await using var coordinator = await browser.OpenAsync();
        await coordinator.LogInAsync("the coordinator");

        await coordinator.Page.GetByRole(AriaRole.Link, Named("no digital champion$")).ClickAsync();
        var assign = coordinator.Page.GetByRole(AriaRole.Link, Named("^Assign a champion to ")).First;
        var ward = OneLine(await assign.InnerTextAsync())["Assign a champion to ".Length..];
        await assign.ClickAsync();
        (await coordinator.HeadingAsync()).Should().Be($"Assign a champion to {ward}");
        var choose = coordinator.Page.GetByRole(AriaRole.Button, Named("^Choose ")).First;
        var champion = OneLine(await choose.InnerTextAsync())["Choose ".Length..];
        await choose.ClickAsync();

        (await coordinator.HeadingAsync()).Should().Be("Check your answers");
        (await coordinator.TextAsync()).Should().Contain(ward).And.Contain(champion);
        (await PageCheck.ProblemsAsync(coordinator)).Should().BeEmpty();
        await coordinator.Button($"Assign {champion}").ClickAsync();

        await coordinator.Page.WaitForURLAsync(new Regex("/wards/[0-9a-f-]+$", RegexOptions.None, TimeSpan.FromSeconds(1)));
        (await coordinator.HeadingAsync()).Should().Be(ward);
        (await coordinator.TextAsync()).Should().Contain("Success").And.Contain(champion);
        (await PageCheck.ProblemsAsync(coordinator)).Should().BeEmpty();
        await Inbox.OpenAsync(coordinator, champion, ward);
        (await coordinator.HeadingAsync()).Should().Contain($"digital champion for {ward}");
    }

    [Fact]
    public async Task A_member_of_staff_books_and_cancels_on_a_phone_without_JavaScript()
    {
        await using var staff = await browser.OpenAsync(Widths.Phone, javaScript: false);
        await staff.LogInAsync("a staff member");

        await staff.Button("Book help").ClickAsync();
        await staff.Page.Locator("a[href^='/help/slots/']").First.ClickAsync();
        (await staff.HeadingAsync()).Should().Be("Book this time");
        await staff.Button("Book").ClickAsync();
        (await staff.TextAsync()).Should().Contain("There is a problem").And.Contain("Enter what you need help with");
        await staff.Page.FillAsync("[name='Input.Topic']", "Finding blood results");
        await staff.Button("Book").ClickAsync();

        (await staff.HeadingAsync()).Should().Be("Help booked");
        var booked = staff.Page.Url;
        var calendar = await (await staff.Context.APIRequest.GetAsync(booked.Replace("/booked", "/calendar.ics", StringComparison.Ordinal))).TextAsync();
        calendar.Should().StartWith("BEGIN:VCALENDAR");
        await Inbox.OpenAsync(staff, "staff@demo.example", "Digital help booked for");
        await staff.Page.GetByText("Show the calendar file").ClickAsync();
        (await staff.TextAsync()).Should().Contain("METHOD:REQUEST").And.Contain("Finding blood results");

        await staff.OpenAsync(booked);
        await staff.Link("cancel this booking").ClickAsync();
        await staff.Button("Cancel booking").ClickAsync();

        (await staff.TextAsync()).Should().Contain("Booking cancelled.").And.Contain("Cancelled");
        await Inbox.OpenAsync(staff, "staff@demo.example", "Digital help cancelled");
        await staff.Page.GetByText("Show the calendar file").ClickAsync();
        (await staff.TextAsync()).Should().Contain("METHOD:CANCEL");
    }

    [Fact]
    public async Task A_champion_logs_a_booking_with_a_follow_up_and_closes_it_by_keyboard_alone()
    {
        await using var champion = await browser.OpenAsync();
        var keys = new Keyboard(champion.Page);
        await champion.OpenAsync("/sign-in");
        await keys.PressAsync(champion.Button("Log in as a champion"));
        const string What = "Show how to order a blood test";
        var due = UkCalendar.DateOf(TimeProvider.System.GetUtcNow()).AddDays(7);

        await keys.PressAsync(champion.Page.Locator("a[href^='/sessions/log?booking=']").First);
        (await champion.HeadingAsync()).Should().Be("Log a session");
        await keys.ChooseAsync(champion.Page.Locator("[name='Input.Outcome'][value='NeedsFollowUp']"));
        await keys.TypeAsync(champion.Page.Locator("[name='Input.FollowUpDue.Day']"), $"{due.Day}");
        await keys.TypeAsync(champion.Page.Locator("[name='Input.FollowUpDue.Month']"), $"{due.Month}");
        await keys.TypeAsync(champion.Page.Locator("[name='Input.FollowUpDue.Year']"), $"{due.Year}");
        await keys.TypeAsync(champion.Page.Locator("[name='Input.FollowUpWhat']"), What);
        (await PageCheck.ProblemsAsync(champion)).Should().BeEmpty();
        await keys.PressAsync(champion.Button("Save session"));

        (await champion.HeadingAsync()).Should().Be("Session saved");
        (await champion.TextAsync()).Should().Contain(What);
        (await PageCheck.ProblemsAsync(champion)).Should().BeEmpty();
        await keys.PressAsync(champion.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Follow-ups", Exact = true }));
        await keys.PressAsync(champion.Link(What));
        await keys.ChooseAsync(champion.Page.Locator("[name='Input.Outcome'][value='Resolved']"));
        await keys.PressAsync(champion.Button("Mark as done"));

        (await champion.TextAsync()).Should().Contain($"Follow-up done: {What}");
        (await champion.Link(What).CountAsync()).Should().Be(0, "it is no longer among the open ones");
    }

    private static PageGetByRoleOptions Named(string pattern) => new()
    {
        NameRegex = new Regex(pattern, RegexOptions.None, TimeSpan.FromSeconds(1)),
    };

    /// <summary>Words that only screen readers get stand on a line of their own in what the browser gives as text.</summary>
    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
