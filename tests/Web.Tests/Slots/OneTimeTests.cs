using System.Net;
using Champions.Application.Abstractions;
using Champions.Domain.HelpSlots;
using Champions.TestSupport.Web;

namespace Champions.Web.Tests.Slots;

public sealed class OneTimeTests
{
    [Fact]
    public async Task A_time_shows_who_booked_and_leads_to_each_booking()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var slot = Given.Slot(trust.Champion, capacity: 2);
        var booking = slot.Book(trust.Colleague.Id, Given.Request(trust.System.Id, note: "I <b>start</b> at 3pm"), Given.Now).Value;
        await app.Db.SaveAsync(slot);

        var page = await (await app.SignInAsync(trust.AsChampion)).OpenAsync($"/slots/{slot.Id.Value}");

        page.Heading.Should().Be("Wednesday 25 November 2026, 2:15pm to 2:45pm");
        page.Text.Should().Contain("1 of 2 places booked").And.Contain("Electronic patient record: Finding blood results")
            .And.Contain("Note: I <b>start</b> at 3pm").And.NotContain("Log what happened").And.NotContain("Amara Osei");
        page.Find($"a[href='/bookings/{booking.Id.Value}']").TextContent.Should().Be("Tom Reid");
        page.TextOf("main .nhsuk-button").Should().Equal("Cancel this time");
    }

    [Fact]
    public async Task What_has_passed_can_be_logged_by_its_champion_alone_and_no_longer_cancelled()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var people = await trust.HirePeopleAsync(1);
        var slot = Given.Slot(trust.Champion, capacity: 2);
        var open = slot.Book(trust.Colleague.Id, Given.Request(), Given.Now).Value;
        var logged = slot.Book(people[0].Id, Given.Request(), Given.Now).Value;
        slot.RecordAttendance(logged.Id, BookingStatus.Attended, slot.StartsAt);
        await app.Db.SaveAsync(slot);
        app.Clock.Now = slot.StartsAt.AddHours(1);

        var page = await (await app.SignInAsync(trust.AsChampion)).OpenAsync($"/slots/{slot.Id.Value}");
        page.Document.QuerySelectorAll("main a[href^='/sessions/log']").Should().ContainSingle()
            .Which.GetAttribute("href").Should().Be($"/sessions/log?booking={open.Id.Value}");
        page.Text.Should().Contain("Attended");
        page.TextOf("main .nhsuk-button").Should().BeEmpty();

        page = await (await app.SignInAsync(trust.AsCoordinator)).OpenAsync($"/slots/{slot.Id.Value}");
        page.Text.Should().Contain("Amara Osei").And.Contain("Not logged yet");
        page.Document.QuerySelectorAll("main a[href^='/sessions/log']").Should().BeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task Cancelling_shows_who_is_affected_first_and_says_how_many_are_told(DatabaseKind kind)
    {
        await using var app = await ChampionsApp.StartAsync(kind);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var people = await trust.HirePeopleAsync(1);
        var slot = Given.Slot(trust.Champion, capacity: 4);
        slot.Book(trust.Colleague.Id, Given.Request(), Given.Now);
        slot.Book(people[0].Id, Given.Request(), Given.Now);
        await app.Db.SaveAsync(slot);
        var champion = await app.SignInAsync(trust.AsChampion);

        var page = await (await champion.OpenAsync($"/slots/{slot.Id.Value}")).FollowAsync("Cancel this time");
        page.Text.Should().Contain("2 people have booked this time").And.Contain("Tom Reid").And.Contain("Colleague 1").And.Contain("told by email");
        page = await page.PressAsync("Cancel this time", ("Input.Reason", "Ward is short of staff"));

        page.Via.Should().Equal(HttpStatusCode.SeeOther);
        page.Address.Should().Be("/slots");
        page.Text.Should().Contain("Time cancelled. 2 people are told by email.");
        (await app.Db.AllAsync<TimeClaim>()).Should().BeEmpty();
        page = await champion.OpenAsync($"/slots/{slot.Id.Value}");
        page.Text.Should().Contain("This time is cancelled. The reason given: Ward is short of staff").And.Contain("Cancelled bookings").And.Contain("Tom Reid");
    }

    [Fact]
    public async Task Who_books_while_the_page_is_open_is_told_too()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var slot = await trust.OfferAsync();
        var page = await (await app.SignInAsync(trust.AsCoordinator)).OpenAsync($"/slots/{slot.Id.Value}/cancel");
        page.Text.Should().Contain("Nobody has booked this time. Amara Osei gets no email about it, so tell them yourself.");
        var meanwhile = slot.Book(trust.Colleague.Id, Given.Request(), Given.Now).Value;
        await app.Db.SaveAsync(meanwhile);
        await app.Db.ExecuteAsync("UPDATE \"HelpSlots\" SET \"Version\" = \"Version\" + 1");

        page = await page.PressAsync("Cancel this time");

        page.Text.Should().Contain("Time cancelled. 1 person is told by email.");
    }

    [Fact]
    public async Task Cancelling_twice_says_that_it_is_done()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var slot = await trust.OfferAsync();
        var champion = await app.SignInAsync(trust.AsChampion);
        var form = await champion.OpenAsync($"/slots/{slot.Id.Value}/cancel");

        (await form.PressAsync("Cancel this time")).Text.Should().Contain("Time cancelled. Nobody had booked it.");
        var again = await form.PressAsync("Cancel this time");

        again.Address.Should().Be($"/slots/{slot.Id.Value}");
        again.Text.Should().Contain("This time has already been cancelled.");
        (await champion.OpenAsync($"/slots/{slot.Id.Value}/cancel")).Address.Should().Be($"/slots/{slot.Id.Value}");
    }

    [Fact]
    public async Task A_time_that_starts_while_the_page_is_open_stays()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var slot = await trust.OfferAsync(Given.Now.AddMinutes(10));
        var form = await (await app.SignInAsync(trust.AsChampion)).OpenAsync($"/slots/{slot.Id.Value}/cancel");
        app.Clock.Advance(TimeSpan.FromMinutes(10));

        var page = await form.PressAsync("Cancel this time");

        page.Status.Should().Be(HttpStatusCode.Conflict);
        page.Errors.Should().Equal("This time has already started, so it can no longer be cancelled.");
        page.TextOf("main .nhsuk-button").Should().BeEmpty();
        (await app.Db.AllAsync<HelpSlot>()).Single().Status.Should().Be(HelpSlotStatus.Offered);
    }

    [Theory]
    [InlineData("Seeing 943 476 5919", "The reason looks as if it has an NHS number in it. Take out patient details and save again.")]
    [InlineData(null, "The reason must be 200 characters or fewer.")]
    public async Task A_reason_that_may_not_be_kept_brings_the_page_back(string? reason, string message)
    {
        reason ??= new string('x', 201);
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var slot = await trust.OfferAsync();
        var form = await (await app.SignInAsync(trust.AsChampion)).OpenAsync($"/slots/{slot.Id.Value}/cancel");

        var page = await form.PressAsync("Cancel this time", ("Input.Reason", reason));

        page.Status.Should().Be(HttpStatusCode.BadRequest);
        page.Errors.Should().Equal(message);
        page.Find("textarea").TextContent.Trim().Should().Be(reason);
        (await app.Db.AllAsync<HelpSlot>()).Single().Status.Should().Be(HelpSlotStatus.Offered);
    }

    [Fact]
    public async Task Other_champions_and_other_trusts_find_nothing_and_staff_are_refused()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var other = await SmallTrust.CreateOtherAsync(app.Db);
        var slot = await trust.OfferAsync();
        var person = Given.Person(trust.Trust.Id, "Priya Shah");
        var champion = Given.Champion(person);
        await app.Db.SaveAsync(person, champion);
        var anotherChampion = new Actor(person.Id, trust.Trust.Id, champion.Id, Roles.Staff | Roles.Champion);

        foreach (var (actor, status) in new[]
        {
            (other.AsCoordinator, HttpStatusCode.NotFound),
            (other.AsChampion, HttpStatusCode.NotFound),
            (anotherChampion, HttpStatusCode.NotFound),
            (trust.AsStaff, HttpStatusCode.Forbidden),
        })
        {
            var visitor = await app.SignInAsync(actor);
            var token = (await visitor.OpenAsync("/home")).Token;
            (await visitor.OpenAsync($"/slots/{slot.Id.Value}")).Status.Should().Be(status);
            (await visitor.OpenAsync($"/slots/{slot.Id.Value}/cancel")).Status.Should().Be(status);
            (await visitor.ForgeAsync($"/slots/{slot.Id.Value}/cancel", ("__RequestVerificationToken", token))).Status.Should().Be(status);
        }

        (await (await app.SignInAsync(trust.AsChampion)).OpenAsync($"/slots/{Guid.CreateVersion7(Given.Now)}")).Status.Should().Be(HttpStatusCode.NotFound);
        (await (await app.SignInAsync(trust.AsChampion)).OpenAsync("/slots/tomorrow")).Status.Should().Be(HttpStatusCode.NotFound);
        (await app.Db.AllAsync<HelpSlot>()).Single().Status.Should().Be(HelpSlotStatus.Offered);
    }
}
