using System.Net;
using Champions.Application.Abstractions;
using Champions.Application.Bookings;
using Champions.Domain.HelpSlots;
using Champions.TestSupport.Web;

namespace Champions.Web.Tests.Bookings;

public sealed class BookingTests
{
    [Theory, EveryDatabase]
    public async Task The_booker_its_champion_and_the_coordinator_see_a_booking_and_nobody_else_does(DatabaseKind kind)
    {
        await using var app = await ChampionsApp.StartAsync(kind);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var elsewhere = await SmallTrust.CreateOtherAsync(app.Db);
        var booking = await BookedAsync(trust, await trust.OfferAsync());

        foreach (var actor in new[] { trust.AsStaff, trust.AsChampion, trust.AsCoordinator })
        {
            var page = await (await app.SignInAsync(actor)).OpenAsync(AddressOf(booking));
            page.Status.Should().Be(HttpStatusCode.OK);
            page.Text.Should().Contain("Wednesday 25 November 2026, 2:15pm to 2:45pm").And.Contain("Tom Reid").And.Contain("Finding blood results");
        }

        foreach (var actor in new[] { trust.AsHelpdesk, elsewhere.AsCoordinator, elsewhere.AsChampion })
        {
            var visitor = await app.SignInAsync(actor);
            var token = (await visitor.OpenAsync("/home")).Token;
            foreach (var part in new[] { "", "/booked", "/move", "/cancel", "/calendar.ics" })
            {
                (await visitor.OpenAsync(AddressOf(booking) + part)).Status.Should().Be(HttpStatusCode.NotFound);
            }

            foreach (var part in new[] { "/move", "/cancel" })
            {
                (await visitor.ForgeAsync(AddressOf(booking) + part, ("__RequestVerificationToken", token), ("Input.Time", Guid.CreateVersion7().ToString())))
                    .Status.Should().Be(HttpStatusCode.NotFound);
            }
        }

        (await (await app.SignInAsync(trust.AsChampion)).OpenAsync(AddressOf(booking) + "/booked")).Status.Should().Be(HttpStatusCode.NotFound);
        (await app.Db.AllAsync<Booking>()).Single().Status.Should().Be(BookingStatus.Booked);
    }

    [Fact]
    public async Task Ids_that_nobody_has_are_404()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var visitor = await app.SignInAsync(trust.AsCoordinator);

        foreach (var id in new[] { Guid.CreateVersion7().ToString(), Guid.Empty.ToString(), "nonsense" })
        {
            foreach (var part in new[] { "", "/booked", "/move", "/cancel", "/calendar.ics" })
            {
                (await visitor.OpenAsync($"/bookings/{id}{part}")).Status.Should().Be(HttpStatusCode.NotFound);
            }
        }
    }

    [Theory, EveryDatabase]
    public async Task A_booking_is_cancelled_once_and_a_second_press_is_answered_calmly(DatabaseKind kind)
    {
        await using var app = await ChampionsApp.StartAsync(kind);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var booking = await BookedAsync(trust, await trust.OfferAsync());
        var visitor = await app.SignInAsync(trust.AsStaff);
        var form = await (await visitor.OpenAsync(AddressOf(booking))).FollowAsync("Cancel");
        form.Text.Should().Contain("We will send an email to you and Amara Osei.");

        var done = await form.PressAsync("Cancel booking", ("Input.Reason", "On another shift"));
        var again = await form.PressAsync("Cancel booking", ("Input.Reason", "Something else"));

        done.Via.Should().Equal(HttpStatusCode.SeeOther);
        done.Text.Should().Contain("Booking cancelled.").And.Contain("You cancelled this booking.").And.Contain("Reason: On another shift");
        again.Status.Should().Be(HttpStatusCode.OK);
        again.Text.Should().Contain("This booking is already cancelled.").And.Contain("Reason: On another shift");
        (await visitor.OpenAsync(AddressOf(booking) + "/move")).Address.Should().Be(AddressOf(booking));
        (await visitor.OpenAsync(AddressOf(booking) + "/booked")).Address.Should().Be(AddressOf(booking));
    }

    [Fact]
    public async Task A_champion_cancels_on_their_side_and_the_booker_reads_so()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var booking = await BookedAsync(trust, await trust.OfferAsync());

        var form = await (await app.SignInAsync(trust.AsChampion)).OpenAsync(AddressOf(booking) + "/cancel");
        form.Text.Should().Contain("We will send an email to you and Tom Reid.");
        (await form.PressAsync("Cancel booking")).Text.Should().Contain("This booking was cancelled on your side.");

        (await (await app.SignInAsync(trust.AsStaff)).OpenAsync(AddressOf(booking))).Text
            .Should().Contain("This booking was cancelled on the side of Amara Osei.");
    }

    [Fact]
    public async Task A_reason_with_an_nhs_number_or_too_long_cancels_nothing()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var booking = await BookedAsync(trust, await trust.OfferAsync());
        var form = await (await app.SignInAsync(trust.AsStaff)).OpenAsync(AddressOf(booking) + "/cancel");

        var page = await form.PressAsync("Cancel booking", ("Input.Reason", "943 476 5919 is moving beds"));
        page.Status.Should().Be(HttpStatusCode.BadRequest);
        page.Errors.Should().Equal("The reason looks as if it has an NHS number in it. Take out patient details and save again.");
        page.Find("#Input_Reason").TextContent.Trim().Should().Be("943 476 5919 is moving beds");
        (await form.PressAsync("Cancel booking", ("Input.Reason", new string('a', 201)))).Errors
            .Should().Equal("The reason must be 200 characters or fewer.");
        (await app.Db.AllAsync<Booking>()).Single().Status.Should().Be(BookingStatus.Booked);
    }

    [Fact]
    public async Task After_the_start_a_booking_is_neither_moved_nor_cancelled_and_its_champion_logs_it()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var slot = await trust.OfferAsync(Given.Now.AddMinutes(10));
        var later = await trust.OfferAsync(Given.Now.AddHours(2));
        var booking = await BookedAsync(trust, slot);
        var staff = await app.SignInAsync(trust.AsStaff);
        var champion = await app.SignInAsync(trust.AsChampion);
        var cancel = await staff.OpenAsync(AddressOf(booking) + "/cancel");
        var move = await staff.OpenAsync(AddressOf(booking) + "/move");
        app.Clock.Now = slot.StartsAt;

        foreach (var late in new[] { await cancel.PressAsync("Cancel booking"), await move.PressAsync("Move booking", ("Input.Time", later.Id.Value.ToString())) })
        {
            late.Status.Should().Be(HttpStatusCode.Conflict);
            late.Errors.Should().Equal("This booking has already started, so it can no longer be moved or cancelled.");
        }

        (await staff.OpenAsync(AddressOf(booking))).Text.Should().Contain("This booking has started.").And.NotContain("Log this session");
        foreach (var visitor in new[] { champion, await app.SignInAsync(trust.AsCoordinator) })
        {
            (await visitor.OpenAsync(AddressOf(booking))).Find($"a[href='/sessions/log?booking={booking.Value}']").TextContent.Trim().Should().Be("Log this session");
        }

        (await app.Db.AllAsync<Booking>()).Single().HelpSlotId.Should().Be(slot.Id);
    }

    [Fact]
    public async Task A_logged_booking_leads_champion_and_coordinator_to_its_session_and_the_booker_nowhere()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var slot = Given.Slot(trust.Champion, Given.Now.AddMinutes(5), 10);
        var booking = slot.Book(trust.Colleague.Id, Given.Request(), Given.Now).Value;
        slot.RecordAttendance(booking.Id, BookingStatus.Attended, Given.Now.AddMinutes(15));
        var session = Given.Session(trust.Champion, booking: booking.Id);
        await app.Db.SaveAsync(slot, session);
        app.Clock.Now = Given.Now.AddMinutes(20);

        foreach (var actor in new[] { trust.AsChampion, trust.AsCoordinator })
        {
            var page = await (await app.SignInAsync(actor)).OpenAsync(AddressOf(booking.Id));
            page.TextOf(".nhsuk-tag").Should().Equal("Attended");
            (await page.FollowAsync("See the session that was logged")).Address.Should().Be($"/sessions/{session.Id.Value}");
        }

        var own = await (await app.SignInAsync(trust.AsStaff)).OpenAsync(AddressOf(booking.Id));
        own.TextOf(".nhsuk-tag").Should().Equal("Attended");
        own.Body.Should().NotContain("/sessions/");
    }

    [Theory, EveryDatabase]
    public async Task A_booking_moves_to_a_time_of_the_same_champion_first_and_keeps_its_address(DatabaseKind kind)
    {
        await using var app = await ChampionsApp.StartAsync(kind);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var grace = Given.Person(trust.Trust.Id, "Grace Bello");
        var other = Given.Champion(grace, trust.System);
        await app.Db.SaveAsync(grace, other, Given.Slot(other, Given.Now.AddHours(3)));
        var booking = await BookedAsync(trust, await trust.OfferAsync());
        var to = await trust.OfferAsync(Given.TomorrowAfternoon.AddDays(1));
        var form = await (await app.SignInAsync(trust.AsStaff)).OpenAsync(AddressOf(booking) + "/move");
        form.TextOf(".nhsuk-radios__label").Should().Equal(
            "Thursday 26 November 2026, 2:15pm to 2:45pm with Amara Osei", "Tuesday 24 November 2026, 1pm to 1:30pm with Grace Bello");

        var page = await form.PressAsync("Move booking", ("Input.Time", to.Id.Value.ToString()));
        page.Address.Should().Be(AddressOf(booking));
        page.Text.Should().Contain("Booking moved to Thursday 26 November 2026, 2:15pm to 2:45pm.");
        var again = await form.PressAsync("Move booking", ("Input.Time", to.Id.Value.ToString()));
        again.Text.Should().Contain("This booking is already at the time you chose.");
        (await app.Db.AllAsync<Booking>()).Should().ContainSingle().Which.Sequence.Should().Be(1);
    }

    [Theory, EveryDatabase]
    public async Task A_time_that_went_while_the_page_was_open_is_refused_with_those_still_free(DatabaseKind kind)
    {
        await using var app = await ChampionsApp.StartAsync(kind);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var booking = await BookedAsync(trust, await trust.OfferAsync());
        var to = await trust.OfferAsync(Given.TomorrowAfternoon.AddHours(1));
        await trust.OfferAsync(Given.TomorrowAfternoon.AddHours(2));
        var form = await (await app.SignInAsync(trust.AsStaff)).OpenAsync(AddressOf(booking) + "/move");
        await BookedAsync(trust, to, trust.AsHelpdesk);

        var late = await form.PressAsync("Move booking", ("Input.Time", to.Id.Value.ToString()));

        late.Status.Should().Be(HttpStatusCode.Conflict);
        late.Errors.Should().Equal("Somebody has just booked this time. Choose another time.");
        late.TextOf(".nhsuk-radios__label").Should().Equal("Wednesday 25 November 2026, 4:15pm to 4:45pm with Amara Osei");
    }

    [Theory, EveryDatabase]
    public async Task The_calendar_file_is_the_booking_as_it_stands(DatabaseKind kind)
    {
        await using var app = await ChampionsApp.StartAsync(kind, ("Email:From", "Digital champions <champions@trust.example>"));
        var trust = await SmallTrust.CreateAsync(app.Db);
        var booking = await BookedAsync(trust, await trust.OfferAsync());
        var visitor = await app.SignInAsync(trust.AsStaff);

        using var answer = await visitor.Client.GetAsync(AddressOf(booking) + "/calendar.ics");
        answer.Content.Headers.ContentType!.ToString().Should().Be("text/calendar; charset=utf-8; method=REQUEST");
        answer.Content.Headers.ContentDisposition!.FileName.Should().Be("digital-help.ics");
        var file = await answer.Content.ReadAsStringAsync();
        file.Should().Contain("METHOD:REQUEST\r\n").And.Contain($"UID:{booking.Value}@champions\r\n").And.Contain("SEQUENCE:0\r\n")
            .And.Contain("DTSTART:20261125T141500Z\r\n").And.Contain("DTEND:20261125T144500Z\r\n").And.Contain("mailto:champions@trust.example\r\n");
        file.Should().NotContain("blood", "calendars are seen over shoulders");

        await (await visitor.OpenAsync(AddressOf(booking) + "/cancel")).PressAsync("Cancel booking");
        file = await visitor.Client.GetStringAsync(AddressOf(booking) + "/calendar.ics");
        file.Should().Contain("METHOD:CANCEL\r\n").And.Contain($"UID:{booking.Value}@champions\r\n").And.Contain("SEQUENCE:1\r\n").And.Contain("STATUS:CANCELLED\r\n");
    }

    [Fact]
    public async Task Moving_needs_a_time_that_exists_and_without_any_says_so()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var elsewhere = await SmallTrust.CreateOtherAsync(app.Db);
        var foreign = await elsewhere.OfferAsync();
        var booking = await BookedAsync(trust, await trust.OfferAsync());
        var visitor = await app.SignInAsync(trust.AsStaff);
        var page = await visitor.OpenAsync(AddressOf(booking) + "/move");
        page.Text.Should().Contain("There are no other free times in the next 7 days");
        await trust.OfferAsync(Given.TomorrowAfternoon.AddHours(1));

        page = await visitor.OpenAsync(AddressOf(booking) + "/move");
        (await page.PressAsync("Move booking")).Errors.Should().Equal("Choose a time to move to");
        (await ForgeAsync("nonsense")).Status.Should().Be(HttpStatusCode.BadRequest);
        (await ForgeAsync(foreign.Id.Value.ToString())).Status.Should().Be(HttpStatusCode.NotFound);
        (await app.Db.AllAsync<Booking>()).Single().Sequence.Should().Be(0);

        Task<Page> ForgeAsync(string time) => visitor.ForgeAsync(
            AddressOf(booking) + "/move", ("__RequestVerificationToken", page.Token), ("Input.Time", time));
    }

    internal static string AddressOf(BookingId booking) => $"/bookings/{booking.Value}";

    internal static async Task<BookingId> BookedAsync(SmallTrust trust, HelpSlot slot, Actor? by = null)
    {
        var actor = by ?? trust.AsStaff;
        var result = await trust.Db.As(actor, (BookHelpSlotHandler handler) => handler.HandleAsync(
            new BookHelpSlot(slot.Id, null, "Finding blood results", null, Guid.CreateVersion7(Given.Now)), actor, default));
        return result.Value;
    }
}
