using Champions.Application.Abstractions;
using Champions.Application.Bookings;
using Champions.Application.Outbox;
using Champions.Application.Outbox.Emails;
using Champions.Application.Reminders;
using Champions.Domain.HelpSlots;
using Champions.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Champions.Application.Tests.Outbox;

/// <summary>Which emails a change queues, in the same transaction, and which it takes back.</summary>
public sealed class OutboxPlannerTests
{
    private static readonly DateTimeOffset Later = Given.TomorrowAfternoon.AddHours(2);
    private static readonly DateTimeOffset Latest = Given.TomorrowAfternoon.AddHours(4);

    [Theory, EveryDatabase]
    public async Task A_booking_is_confirmed_to_booker_and_champion(DatabaseKind kind)
    {
        await using var desk = await MailDesk.OpenAsync(kind);
        var slot = await desk.Trust.OfferAsync(Given.Offer(ward: desk.Trust.Ward.Id, mode: SupportMode.InPersonOnWard, place: "Nurses' station"));

        var booking = await desk.BookAsync(slot);

        var emails = await desk.Db.EmailsAsync();
        emails.Select(e => e.ToAddress).Should().BeEquivalentTo(desk.BookerAddress, desk.ChampionAddress);
        emails.Should().AllSatisfy(e =>
        {
            (e.Reason, e.State, e.SubjectId, e.SubjectVersion).Should().Be((ReminderReason.BookingConfirmed, OutboxState.Pending, booking.Value, 0));
            (e.DueAt, e.UsefulUntil, e.AppointmentAt).Should().Be((Given.Now, slot.StartsAt, slot.StartsAt));
            e.MessageId.Should().EndWith("@localhost.example");
            e.TrustId.Should().Be(desk.Trust.Trust.Id);
        });
        var data = emails.Single(e => e.ToAddress == desk.BookerAddress).Read<BookingData>();
        data.Where.Should().Be("Maple Ward, Royal Infirmary. Nurses' station");
        (data.System, data.Topic, data.Champion, data.ToChampion).Should().Be(("Electronic patient record", "Finding blood results", "Amara Osei", false));
        emails.Single(e => e.ToAddress == desk.ChampionAddress).Read<BookingData>().ToChampion.Should().BeTrue();
    }

    [Theory, EveryDatabase]
    public async Task A_change_that_fails_leaves_no_email(DatabaseKind kind)
    {
        await using var desk = await MailDesk.OpenAsync(kind);
        var (_, other, _) = await desk.HireChampionAsync("Grace Bello");
        var slot = await desk.Trust.OfferAsync();
        var overlapping = await desk.OfferAsync(other, Given.TomorrowAfternoon.AddMinutes(10));
        await desk.BookAsync(slot);

        var refused = await desk.Db.As(desk.Trust.AsStaff, (BookHelpSlotHandler handler) => handler.HandleAsync(
            new BookHelpSlot(overlapping.Id, null, null, null, Guid.CreateVersion7()), desk.Trust.AsStaff, default));

        refused.Error.Should().Be(HelpSlotErrors.PersonBusy);
        (await desk.Db.EmailsAsync()).Should().HaveCount(2, "the first booking alone is told");
    }

    [Theory, EveryDatabase]
    public async Task A_move_tells_both_and_takes_back_what_has_not_left(DatabaseKind kind)
    {
        await using var desk = await MailDesk.OpenAsync(kind);
        var booking = await desk.BookAsync(await desk.Trust.OfferAsync());

        await desk.MoveAsync(booking, await desk.Trust.OfferAsync(Later), desk.Trust.AsChampion);

        (await desk.QueuedAsync(OutboxState.Superseded)).Should().BeEquivalentTo(
            new[] { (ReminderReason.BookingConfirmed, desk.BookerAddress), (ReminderReason.BookingConfirmed, desk.ChampionAddress) });
        (await desk.QueuedAsync(OutboxState.Pending)).Should().BeEquivalentTo(
            new[] { (ReminderReason.BookingMoved, desk.BookerAddress), (ReminderReason.BookingMoved, desk.ChampionAddress) });
        var moved = (await desk.Db.EmailsAsync()).Where(e => e.State == OutboxState.Pending).ToDictionary(e => e.ToAddress, e => e.Read<BookingData>());
        moved.Values.Should().AllSatisfy(d => (d.Sequence, d.StartsAt, d.Before!.StartsAt, d.By).Should().Be((1, Later, Given.TomorrowAfternoon, "Amara Osei")));
        (moved[desk.BookerAddress].ByReader, moved[desk.ChampionAddress].ByReader).Should().Be((false, true));
    }

    [Theory, EveryDatabase]
    public async Task A_move_to_another_champion_cancels_for_the_former_and_confirms_to_the_new_one(DatabaseKind kind)
    {
        await using var desk = await MailDesk.OpenAsync(kind);
        var (person, champion, _) = await desk.HireChampionAsync("Grace Bello");
        var booking = await desk.BookAsync(await desk.Trust.OfferAsync());
        await desk.SendAsync();

        await desk.MoveAsync(booking, await desk.OfferAsync(champion, Later));

        (await desk.QueuedAsync(OutboxState.Pending)).Should().BeEquivalentTo(new[]
        {
            (ReminderReason.BookingMoved, desk.BookerAddress),
            (ReminderReason.BookingConfirmed, person.Email),
            (ReminderReason.BookingCancelled, desk.ChampionAddress),
        });
        var cancelled = (await desk.Db.EmailsAsync()).Single(e => e.Reason == ReminderReason.BookingCancelled).Read<BookingData>();
        (cancelled.StartsAt, cancelled.Sequence, cancelled.WentToOther, cancelled.Champion, cancelled.By)
            .Should().Be((Given.TomorrowAfternoon, 1, true, "Amara Osei", "Tom Reid"));
    }

    [Theory, EveryDatabase]
    public async Task A_former_champion_who_was_never_invited_hears_nothing_of_a_move(DatabaseKind kind)
    {
        await using var desk = await MailDesk.OpenAsync(kind);
        var (_, champion, _) = await desk.HireChampionAsync("Grace Bello");
        var booking = await desk.BookAsync(await desk.Trust.OfferAsync());

        await desk.MoveAsync(booking, await desk.OfferAsync(champion, Later));

        (await desk.QueuedAsync(OutboxState.Pending)).Should().NotContain(e => e.To == desk.ChampionAddress);
    }

    [Theory, EveryDatabase]
    public async Task A_cancellation_to_a_former_champion_stays_true_when_the_booking_moves_on(DatabaseKind kind)
    {
        await using var desk = await MailDesk.OpenAsync(kind);
        var (_, grace, _) = await desk.HireChampionAsync("Grace Bello");
        var (_, omar, _) = await desk.HireChampionAsync("Omar Khan");
        var booking = await desk.BookAsync(await desk.Trust.OfferAsync());
        await desk.SendAsync();
        await desk.MoveAsync(booking, await desk.OfferAsync(grace, Later));

        await desk.MoveAsync(booking, await desk.OfferAsync(omar, Latest));
        await desk.SendAsync();

        desk.Relay.Accepted.Where(e => e.ToAddress == desk.ChampionAddress).Select(e => e.CalendarMethod).Should().Equal("REQUEST", "CANCEL");
    }

    [Theory, EveryDatabase]
    public async Task A_booking_that_comes_back_to_a_champion_before_the_cancellation_left_is_not_cancelled_for_them(DatabaseKind kind)
    {
        await using var desk = await MailDesk.OpenAsync(kind);
        var (_, grace, _) = await desk.HireChampionAsync("Grace Bello");
        var booking = await desk.BookAsync(await desk.Trust.OfferAsync());
        await desk.SendAsync();
        await desk.MoveAsync(booking, await desk.OfferAsync(grace, Later));

        await desk.MoveAsync(booking, await desk.Trust.OfferAsync(Latest));
        await desk.SendAsync();

        desk.Relay.Accepted.Where(e => e.ToAddress == desk.ChampionAddress).Select(e => e.CalendarMethod).Should().Equal("REQUEST", "REQUEST");
    }

    [Theory, EveryDatabase]
    public async Task A_cancellation_tells_both_who_and_why(DatabaseKind kind)
    {
        await using var desk = await MailDesk.OpenAsync(kind);
        var booking = await desk.BookAsync(await desk.Trust.OfferAsync());
        await desk.SendAsync();

        await desk.CancelAsync(booking, desk.Trust.AsCoordinator, "Amara is ill");

        (await desk.QueuedAsync(OutboxState.Pending)).Should().BeEquivalentTo(
            new[] { (ReminderReason.BookingCancelled, desk.BookerAddress), (ReminderReason.BookingCancelled, desk.ChampionAddress) });
        (await desk.Db.EmailsAsync()).Where(e => e.Reason == ReminderReason.BookingCancelled).Select(e => e.Read<BookingData>())
            .Should().AllSatisfy(d => (d.By, d.ByReader, d.Reason, d.Sequence).Should().Be(("Helen Carter, coordinator,", false, "Amara is ill", 1)));
    }

    [Theory, EveryDatabase]
    public async Task Cancelling_before_the_invitation_left_sends_nothing_at_all(DatabaseKind kind)
    {
        await using var desk = await MailDesk.OpenAsync(kind);
        var booking = await desk.BookAsync(await desk.Trust.OfferAsync());

        await desk.CancelAsync(booking);
        await desk.SendAsync();

        (await desk.QueuedAsync()).Should().HaveCount(2).And.AllSatisfy(e => e.State.Should().Be(OutboxState.Superseded));
        desk.Relay.Given.Should().BeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task Booked_moved_twice_and_cancelled_before_the_first_email_left_nobody_hears_of_it(DatabaseKind kind)
    {
        await using var desk = await MailDesk.OpenAsync(kind);
        var (_, grace, _) = await desk.HireChampionAsync("Grace Bello");
        var booking = await desk.BookAsync(await desk.Trust.OfferAsync());
        await desk.MoveAsync(booking, await desk.OfferAsync(grace, Later));
        await desk.MoveAsync(booking, await desk.Trust.OfferAsync(Latest));

        await desk.CancelAsync(booking);
        await desk.SendAsync();

        desk.Relay.Given.Should().BeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task Only_the_one_whose_invitation_left_hears_of_the_cancellation(DatabaseKind kind)
    {
        await using var desk = await MailDesk.OpenAsync(kind);
        desk.Relay.OnSend = (email, _) => Task.FromResult<DeliveryReply?>(
            email.ToAddress == desk.BookerAddress ? null : new(DeliveryOutcome.Unreachable, "No connection"));
        var booking = await desk.BookAsync(await desk.Trust.OfferAsync());
        await Record.ExceptionAsync(() => desk.SendAsync());

        await desk.CancelAsync(booking);

        (await desk.QueuedAsync(OutboxState.Pending)).Should().Equal((ReminderReason.BookingCancelled, desk.BookerAddress));
    }

    [Theory, EveryDatabase]
    public async Task A_time_withdrawn_by_a_job_without_an_actor_tells_everybody_in_it(DatabaseKind kind)
    {
        await using var desk = await MailDesk.OpenAsync(kind);
        var people = await desk.Trust.HirePeopleAsync(3);
        var slot = Given.Slot(desk.Trust.Champion, capacity: 5);
        foreach (var person in people)
        {
            _ = slot.Book(person.Id, Given.Request(), Given.Now).Value;
        }

        await desk.Db.SaveAsync(slot);
        await desk.SendAsync();
        await desk.Db.Run(async scope =>
        {
            var db = scope.GetRequiredService<ChampionsDbContext>();
            var stored = await db.HelpSlots.IgnoreQueryFilters().Include(s => s.Bookings).ThenInclude(b => b.Claims).SingleAsync();
            stored.Cancel("Room closed", Given.Now).IsSuccess.Should().BeTrue();
            await db.SaveChangesAsync();
        });

        var told = (await desk.Db.EmailsAsync()).Where(e => e.State == OutboxState.Pending).ToList();
        told.Select(e => (e.Reason, e.ToAddress)).Should().BeEquivalentTo(
            people.SelectMany(p => new[] { (ReminderReason.BookingCancelled, p.Email), (ReminderReason.BookingCancelled, desk.ChampionAddress) }));
        told.Select(e => e.Read<BookingData>().By).Should().AllBe("Amara Osei");
    }

    [Theory, EveryDatabase]
    public async Task Nothing_is_queued_for_what_has_passed(DatabaseKind kind)
    {
        await using var desk = await MailDesk.OpenAsync(kind);
        var slot = Given.Slot(desk.Trust.Champion);
        slot.Book(desk.Trust.Colleague.Id, Given.Request(), Given.Now);
        desk.Db.Clock.Now = slot.StartsAt;

        await desk.Db.SaveAsync(slot);

        (await desk.Db.EmailsAsync()).Should().BeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task Made_and_cancelled_in_one_save_is_told_to_nobody(DatabaseKind kind)
    {
        await using var desk = await MailDesk.OpenAsync(kind);
        var slot = Given.Slot(desk.Trust.Champion);
        var booking = slot.Book(desk.Trust.Colleague.Id, Given.Request(), Given.Now).Value;
        slot.CancelBooking(booking.Id, byChampion: false, reason: null, Given.Now);

        await desk.Db.SaveAsync(slot);

        (await desk.Db.EmailsAsync()).Should().BeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task A_champion_put_on_a_ward_is_told(DatabaseKind kind)
    {
        await using var desk = await MailDesk.OpenAsync(kind);
        var (person, champion, _) = await desk.HireChampionAsync("Grace Bello");

        var assignment = await desk.Db.ActAs(desk.Trust.AsCoordinator, async scope =>
        {
            var db = scope.GetRequiredService<IChampionsDb>();
            var stored = await db.Champions.SingleAsync(c => c.Id == champion.Id);
            var made = stored.Assign(desk.Trust.Ward.Id, Given.Today.AddDays(3), until: null, Given.Today, Given.Now).Value;
            await db.SaveChangesAsync(default);
            return made;
        });

        var email = (await desk.Db.EmailsAsync()).Should().ContainSingle().Subject;
        (email.Reason, email.ToAddress, email.SubjectId).Should().Be((ReminderReason.AssignmentStarted, person.Email, assignment.Id.Value));
        var data = email.Read<AssignmentData>();
        (data.Ward, data.Site, data.From, data.Until, data.By).Should().Be(("Maple Ward", "Royal Infirmary", Given.Today.AddDays(3), null, "Helen Carter"));
    }
}
