using System.Net;
using Champions.Application.Abstractions;
using Champions.Domain.HelpSlots;
using Champions.TestSupport.Web;

namespace Champions.Web.Tests.Help;

public sealed class BookHelpTests
{
    private static readonly (string Name, string? Value) Topic = ("Input.Topic", "Finding blood results");

    [Theory, EveryDatabase]
    public async Task A_colleague_finds_a_time_books_it_and_reads_what_happens_next(DatabaseKind kind)
    {
        await using var app = await ChampionsApp.StartAsync(kind);
        var trust = await SmallTrust.CreateAsync(app.Db);
        await trust.OfferAsync();
        var visitor = await app.SignInAsync(trust.AsStaff);

        var page = await (await visitor.OpenAsync("/help")).FollowAsync("2:15pm to 2:45pm with Amara Osei");
        page.Heading.Should().Be("Book this time");
        page = await page.PressAsync(
            "Book", Topic, ("Input.System", trust.System.Id.Value.ToString()), ("Input.Note", "Mornings\r\nare hard"));

        page.Via.Should().Equal(HttpStatusCode.SeeOther);
        page.Address.Should().MatchRegex("^/bookings/[0-9a-f-]{36}/booked$");
        page.Heading.Should().Be("Help booked");
        page.Text.Should().Contain("Wednesday 25 November 2026, 2:15pm to 2:45pm").And.Contain("Amara Osei").And.Contain("Seminar Room 2");
        var booking = (await app.Db.AllAsync<Booking>()).Should().ContainSingle().Subject;
        (booking.BookedById, booking.Topic, booking.Note, booking.DigitalSystemId)
            .Should().Be((trust.Colleague.Id, "Finding blood results", "Mornings\nare hard", trust.System.Id));
    }

    [Theory, EveryDatabase]
    public async Task The_same_form_sent_again_leads_to_the_same_booking(DatabaseKind kind)
    {
        await using var app = await ChampionsApp.StartAsync(kind);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var slot = await trust.OfferAsync(capacity: 8);
        var form = await (await app.SignInAsync(trust.AsStaff)).OpenAsync(AddressOf(slot));

        var first = await form.PressAsync("Book", Topic);
        var again = await form.PressAsync("Book", Topic);
        var both = await Task.WhenAll(form.PressAsync("Book", Topic), form.PressAsync("Book", Topic));

        again.Address.Should().Be(first.Address);
        both.Should().OnlyContain(p => p.Address == first.Address && p.Heading == "Help booked");
        (await app.Db.AllAsync<Booking>()).Should().ContainSingle();
    }

    [Theory, EveryDatabase]
    public async Task Whoever_comes_too_late_chooses_another_time_with_the_answers_kept(DatabaseKind kind)
    {
        await using var app = await ChampionsApp.StartAsync(kind);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var slot = await trust.OfferAsync();
        var other = await trust.OfferAsync(Given.TomorrowAfternoon.AddHours(1));
        var form = await (await app.SignInAsync(trust.AsStaff)).OpenAsync(AddressOf(slot));
        await BookAsync(app, trust.AsHelpdesk, slot);

        var late = await form.PressAsync("Book", Topic, ("Input.Note", "Before 4pm"));

        late.Status.Should().Be(HttpStatusCode.Conflict);
        late.Errors.Should().Equal("Somebody has just booked this time. Choose another time.");
        late.Find("#Input_Topic").GetAttribute("value").Should().Be("Finding blood results");
        late.Find("#Input_Note").TextContent.Trim().Should().Be("Before 4pm");
        var booked = await late.PressAsync("Book", ("Input.Time", other.Id.Value.ToString()));
        booked.Heading.Should().Be("Help booked");
        booked.Text.Should().Contain("3:15pm to 3:45pm");
        (await app.Db.AllAsync<Booking>()).Single(b => b.BookedById == trust.Colleague.Id).Note.Should().Be("Before 4pm");
    }

    [Theory, EveryDatabase]
    public async Task Of_50_people_who_press_book_at_once_one_is_booked_and_49_see_other_times(DatabaseKind kind)
    {
        await using var app = await ChampionsApp.StartAsync(kind);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var slot = await trust.OfferAsync();
        await trust.OfferAsync(Given.TomorrowAfternoon.AddHours(1), capacity: 50);
        var forms = new List<Page>();
        foreach (var person in await trust.HirePeopleAsync(50))
        {
            forms.Add(await (await app.SignInAsync(trust.AsPerson(person))).OpenAsync(AddressOf(slot)));
        }

        var answers = await Task.WhenAll(forms.Select(f => f.PressAsync("Book", Topic)));

        answers.Count(a => a.Heading == "Help booked").Should().Be(1);
        var late = answers.Where(a => a.Heading != "Help booked").ToList();
        late.Should().OnlyContain(a => a.Status == HttpStatusCode.Conflict && a.Errors[0] == HelpSlotErrors.AlreadyTaken.Message);
        late.Should().OnlyContain(a => a.Body.Contains("3:15pm to 3:45pm"));
        (await app.Db.AllAsync<Booking>()).Should().ContainSingle();
    }

    [Theory]
    [InlineData("", "", "Enter what you need help with, for example finding blood results")]
    [InlineData("   ", "", "Enter what you need help with, for example finding blood results")]
    [InlineData("Blood results of 943 476 5919", "",
        "What you need help with looks as if it has an NHS number in it. Take out patient details and save again.")]
    [InlineData("Blood results", "His number is 9434765919", "The note looks as if it has an NHS number in it. Take out patient details and save again.")]
    public async Task What_may_not_be_stored_brings_the_form_back_with_what_was_typed(string topic, string note, string expected)
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var slot = await trust.OfferAsync();
        var form = await (await app.SignInAsync(trust.AsStaff)).OpenAsync(AddressOf(slot));

        var page = await form.PressAsync("Book", ("Input.Topic", topic), ("Input.Note", note));

        page.Status.Should().Be(HttpStatusCode.BadRequest);
        page.Errors.Should().Equal(expected);
        page.Find("#Input_Note").TextContent.Trim().Should().Be(note);
        (await app.Db.AllAsync<Booking>()).Should().BeEmpty();
        (await page.PressAsync("Book", Topic, ("Input.Note", ""))).Heading.Should().Be("Help booked");
    }

    [Fact]
    public async Task Answers_that_are_too_long_or_no_answers_at_all_are_named()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var elsewhere = await SmallTrust.CreateOtherAsync(app.Db);
        var slot = await trust.OfferAsync();
        var visitor = await app.SignInAsync(trust.AsStaff);
        var form = await visitor.OpenAsync(AddressOf(slot));

        var tooLong = await form.PressAsync("Book", ("Input.Topic", new string('a', 101)), ("Input.Note", new string('b', 201)));
        tooLong.Errors.Should().Equal("What you need help with must be 100 characters or fewer.", "The note must be 200 characters or fewer.");

        (await ForgeAsync(("Input.System", "nonsense"))).Errors.Should().Equal("Check what you entered for system");
        (await ForgeAsync(("Input.System", elsewhere.System.Id.Value.ToString()))).Errors.Should().Equal("Choose a system from the list.");
        (await ForgeAsync(("Input.Time", "nonsense"))).Status.Should().Be(HttpStatusCode.BadRequest);
        (await ForgeAsync(("Input.Time", Guid.CreateVersion7().ToString()))).Status.Should().Be(HttpStatusCode.NotFound);
        (await ForgeAsync(("Input.RequestKey", "nonsense"))).Errors.Should().Equal("This form was not complete. Check your answers and book again.");
        (await ForgeAsync(("Input.RequestKey", Guid.Empty.ToString()))).Status.Should().Be(HttpStatusCode.BadRequest);
        (await app.Db.AllAsync<Booking>()).Should().BeEmpty();

        Task<Page> ForgeAsync(params (string Name, string Value)[] odd)
        {
            var fields = new Dictionary<string, string>
            {
                ["__RequestVerificationToken"] = form.Token,
                ["Input.Topic"] = "Finding blood results",
                ["Input.RequestKey"] = Guid.CreateVersion7().ToString(),
            };
            foreach (var (name, value) in odd)
            {
                fields[name] = value;
            }

            return visitor.ForgeAsync(AddressOf(slot), [.. fields.Select(f => (f.Key, f.Value))]);
        }
    }

    [Fact]
    public async Task Somebody_elses_form_key_books_nothing_and_shows_nothing_of_theirs()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var slot = await trust.OfferAsync(capacity: 8);
        var theirs = await (await app.SignInAsync(trust.AsHelpdesk)).OpenAsync(AddressOf(slot));
        var key = theirs.Find("input[name='Input.RequestKey']").GetAttribute("value");
        await theirs.PressAsync("Book", ("Input.Topic", "A private matter"));
        var mine = await (await app.SignInAsync(trust.AsStaff)).OpenAsync(AddressOf(slot));

        var page = await mine.PressAsync("Book", Topic, ("Input.RequestKey", key));

        page.Status.Should().Be(HttpStatusCode.Conflict);
        page.Body.Should().NotContain("A private matter");
        (await app.Db.AllAsync<Booking>()).Should().ContainSingle();
        (await page.PressAsync("Book")).Heading.Should().Be("Help booked", "the form came back with a key of its own");
    }

    [Fact]
    public async Task A_time_that_cannot_be_booked_says_why_and_offers_others()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var slot = await trust.OfferAsync(Given.Now.AddMinutes(10));
        await trust.OfferAsync(Given.TomorrowAfternoon.AddHours(1));
        var staff = await app.SignInAsync(trust.AsStaff);
        var form = await staff.OpenAsync(AddressOf(slot));

        var own = await (await app.SignInAsync(trust.AsChampion)).OpenAsync(AddressOf(slot));
        own.Text.Should().Contain("This is your own time.");
        own.Document.QuerySelectorAll("main form").Should().BeEmpty();

        app.Clock.Now = slot.StartsAt;
        var started = await staff.OpenAsync(AddressOf(slot));
        started.Status.Should().Be(HttpStatusCode.OK);
        started.Text.Should().Contain("This time has already started.").And.Contain("3:15pm to 3:45pm");
        var late = await form.PressAsync("Book", Topic);
        late.Status.Should().Be(HttpStatusCode.Conflict);
        late.Errors.Should().Equal("This time has already started. Choose a later time.");
    }

    [Fact]
    public async Task Going_back_to_a_time_one_has_booked_leads_to_the_booking()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var slot = await trust.OfferAsync();
        var visitor = await app.SignInAsync(trust.AsStaff);
        await (await visitor.OpenAsync(AddressOf(slot))).PressAsync("Book", Topic);

        var page = await visitor.OpenAsync(AddressOf(slot));

        page.Text.Should().Contain("You already have a place at this time.");
        (await page.FollowAsync("See your booking")).Heading.Should().Be("Booking on Wednesday 25 November, 2:15pm");
    }

    [Fact]
    public async Task An_unknown_time_and_another_trusts_are_the_same_404()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var elsewhere = await SmallTrust.CreateOtherAsync(app.Db);
        var foreign = await elsewhere.OfferAsync();
        var mine = await trust.OfferAsync();
        var visitor = await app.SignInAsync(trust.AsStaff);
        var token = (await visitor.OpenAsync(AddressOf(mine))).Token;

        foreach (var address in new[] { AddressOf(foreign), $"/help/slots/{Guid.CreateVersion7()}", "/help/slots/nonsense" })
        {
            (await visitor.OpenAsync(address)).Status.Should().Be(HttpStatusCode.NotFound);
            (await visitor.ForgeAsync(address, ("__RequestVerificationToken", token), ("Input.Topic", "x"), ("Input.RequestKey", Guid.CreateVersion7().ToString())))
                .Status.Should().Be(HttpStatusCode.NotFound);
        }

        (await app.Db.AllAsync<Booking>()).Should().BeEmpty();
    }

    private static string AddressOf(HelpSlot slot) => $"/help/slots/{slot.Id.Value}";

    private static async Task BookAsync(ChampionsApp app, Actor actor, HelpSlot slot)
    {
        var page = await (await app.SignInAsync(actor)).OpenAsync(AddressOf(slot));
        (await page.PressAsync("Book", Topic)).Heading.Should().Be("Help booked");
    }
}
