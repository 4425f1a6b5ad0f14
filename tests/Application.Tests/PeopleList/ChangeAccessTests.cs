using Champions.Application.PeopleList;
using Champions.Application.Reminders;
using Champions.Domain.Champions;
using Champions.Domain.HelpSlots;
using Champions.Domain.Staff;
using Champions.Domain.Wards;

namespace Champions.Application.Tests.PeopleList;

public sealed class ChangeAccessTests
{
    [Theory, EveryDatabase]
    public async Task Disabling_and_logging_out_end_every_session_and_twice_changes_nothing(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        await trust.OpenAccountAsync(trust.Colleague);

        await trust.ChangeAccessAsync(trust.Colleague, AccessChange.LogOutEverywhere);
        (await trust.AccountOfAsync(trust.Colleague)).SessionGeneration.Should().Be(1);

        (await trust.ChangeAccessAsync(trust.Colleague, AccessChange.Disable)).Value.IsNothing.Should().BeFalse();
        (await trust.ChangeAccessAsync(trust.Colleague, AccessChange.Disable)).Value.IsNothing.Should().BeTrue();
        (await trust.AccountOfAsync(trust.Colleague)).Should().BeEquivalentTo(new { IsDisabled = true, SessionGeneration = 2 });

        await trust.ChangeAccessAsync(trust.Colleague, AccessChange.Enable);
        (await trust.AccountOfAsync(trust.Colleague)).IsDisabled.Should().BeFalse();
    }

    [Theory, EveryDatabase]
    public async Task Of_somebody_who_leaves_nothing_is_left_promised(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        await trust.OpenAccountAsync(trust.ChampionPerson);
        var assigned = trust.Champion.Assign(trust.Ward.Id, Given.Today, null, Given.Today, Given.Now).Value;
        await db.SaveAsync(assigned);
        var slot = Given.Slot(trust.Champion);
        slot.Book(trust.Colleague.Id, Given.Request(), Given.Now);
        await db.SaveAsync(slot);
        await db.ExecuteAsync("UPDATE \"OutboxEmails\" SET \"State\" = 'Sent'");

        var left = await trust.ChangeAccessAsync(trust.ChampionPerson, AccessChange.Leave);

        left.Value.Should().BeEquivalentTo(new { IsNothing = false, TimesCancelled = 1, BookingsCancelled = 0 });
        (await db.AllAsync<StaffMember>()).Single(p => p.Id == trust.ChampionPerson.Id).LeftOn.Should().Be(Given.Today);
        (await trust.AccountOfAsync(trust.ChampionPerson)).IsDisabled.Should().BeTrue();
        (await db.AllAsync<Champion>()).Single().Status.Should().Be(ChampionStatus.SteppedDown);
        (await db.AllAsync<WardAssignment>()).Single().Until.Should().Be(Given.Today);
        (await db.AllAsync<HelpSlot>()).Single().Status.Should().Be(HelpSlotStatus.Cancelled);
        (await db.AllAsync<TimeClaim>()).Should().BeEmpty("their time and the booker's are free");
        (await db.EmailsAsync()).Should().Contain(e => e.Reason == ReminderReason.BookingCancelled && e.RecipientId == trust.Colleague.Id);

        (await trust.ChangeAccessAsync(trust.ChampionPerson, AccessChange.Leave)).Value.IsNothing.Should().BeTrue();
        (await trust.ChangeAccessAsync(trust.ChampionPerson, AccessChange.ComeBack)).IsSuccess.Should().BeTrue();
        (await trust.AccountOfAsync(trust.ChampionPerson)).IsDisabled.Should().BeFalse();
        (await db.AllAsync<Champion>()).Single().Status.Should().Be(ChampionStatus.SteppedDown, "the role is agreed anew");
    }

    [Theory, EveryDatabase]
    public async Task The_administrator_marks_somebody_of_any_trust_as_left_with_their_bookings_given_back(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var slot = Given.Slot(trust.Champion);
        slot.Book(trust.Colleague.Id, Given.Request(), Given.Now);
        await db.SaveAsync(slot);

        var left = await trust.ChangeAccessAsync(trust.Colleague, AccessChange.Leave, Desk.Administrator);

        left.Value.BookingsCancelled.Should().Be(1);
        (await db.AllAsync<Booking>()).Single().Status.Should().Be(BookingStatus.CancelledByStaff);
        (await db.AllAsync<HelpSlot>()).Single().Status.Should().Be(HelpSlotStatus.Offered, "others may book it");
    }

    [Theory, EveryDatabase]
    public async Task A_correction_moves_a_person_renames_the_account_and_loses_to_one_that_came_before(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        await trust.OpenAccountAsync(trust.Colleague);

        (await trust.CorrectAsync(trust.Colleague, "Thomas Reid", trust.Ward.Id)).Value.Should().Be("Thomas Reid");
        (await trust.CorrectAsync(trust.Colleague, "Thomas Reid", trust.Ward.Id)).IsSuccess.Should().BeTrue("the same answers twice are saved once");
        (await trust.CorrectAsync(trust.Colleague, "Tommy Reid", null)).Error.Should().Be(PeopleErrors.Changed);

        var person = (await db.AllAsync<StaffMember>()).Single(p => p.Id == trust.Colleague.Id);
        person.Should().BeEquivalentTo(new { Name = "Thomas Reid", WardId = (WardId?)trust.Ward.Id, Version = 1 });
        (await trust.AccountOfAsync(trust.Colleague)).Name.Should().Be("Thomas Reid");
    }

    [Theory, EveryDatabase]
    public async Task A_person_keeps_a_ward_that_has_closed_but_is_not_put_on_one(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var other = await SmallTrust.CreateOtherAsync(db);
        await db.ChangeAsync<Ward>(w => w.Id == trust.OtherWard.Id, w => w.Close(Given.Today));

        (await trust.CorrectAsync(trust.Colleague, "Thomas Reid", trust.OtherWard.Id)).IsSuccess.Should().BeTrue("they work there");
        (await trust.CorrectAsync(trust.ChampionPerson, "Amara Osei", trust.OtherWard.Id)).Error.Should().Be(PeopleErrors.WardNotFound);
        (await trust.CorrectAsync(trust.ChampionPerson, "Amara Osei", other.Ward.Id)).Error.Should().Be(PeopleErrors.WardNotFound);
        (await trust.CorrectAsync(trust.ChampionPerson, "Amara Osei", other.Ward.Id, actor: Desk.Administrator)).Error.Should().Be(PeopleErrors.WardNotFound);
    }
}
