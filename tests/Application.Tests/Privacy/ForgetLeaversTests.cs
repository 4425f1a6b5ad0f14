using Champions.Application.Jobs;
using Champions.Application.Reminders;
using Champions.Domain.Accounts;
using Champions.Domain.HelpSlots;
using Champions.Domain.Staff;
using Champions.Domain.Trusts;

namespace Champions.Application.Tests.Privacy;

/// <summary>Every night those lose their name who left longer ago than their trust keeps it, and nobody else.</summary>
public sealed class ForgetLeaversTests
{
    [Theory, EveryDatabase]
    public async Task Each_trust_keeps_the_names_of_leavers_as_long_as_it_says(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var (ours, theirs) = (await SmallTrust.CreateAsync(db), await SmallTrust.CreateOtherAsync(db));
        await db.ChangeAsync<Trust>(t => t.Id == ours.Trust.Id, t => t.Keep(notesMonths: 24, leaversMonths: 6));
        db.Clock.Now = Given.Now.AddMonths(12);
        var limit = Given.Today.AddMonths(6);
        await LeaveAsync(db, ours.Colleague, limit.AddDays(-1));
        await LeaveAsync(db, ours.ChampionPerson, limit);
        await LeaveAsync(db, theirs.Colleague, limit.AddDays(-1));

        (await Leaver.NightAsync(db)).Should().Be("1 leaver anonymised");

        (await db.AllAsync<StaffMember>()).Where(s => s.IsAnonymised).Should().ContainSingle().Which.Should()
            .BeEquivalentTo(new { ours.Colleague.Id, Name = StaffMember.AnonymousName, LeftOn = limit.AddDays(-1) });

        db.Clock.Now = db.Clock.Now.AddDays(1);
        (await Leaver.NightAsync(db)).Should().Be("1 leaver anonymised", "the other has now been gone for more than six months");
        db.Clock.Now = Given.Now.AddMonths(6 + Trust.DefaultMonthsKept);
        (await Leaver.NightAsync(db)).Should().Be("1 leaver anonymised", "the other trust keeps names for as long as usual");
        (await Leaver.NightAsync(db)).Should().BeNull();
        (await db.AllAsync<StaffMember>()).Where(s => !s.IsAnonymised).Should().OnlyContain(s => s.LeftOn == null);
    }

    [Theory, EveryDatabase]
    public async Task One_who_cannot_be_done_holds_up_nobody_stays_as_they_were_and_is_done_the_next_night(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        db.Clock.Now = Given.Now.AddMonths(Trust.DefaultMonthsKept + 1);
        var account = Account.For(trust.Colleague, Roles.None, Given.Now);
        var offer = Given.Offer(Given.TomorrowAfternoon.AddMonths(Trust.DefaultMonthsKept + 1));
        var slot = HelpSlot.Offer(trust.Trust.Id, trust.Champion.Id, trust.ChampionPerson.Id, offer, db.Clock.Now).Value;
        slot.Book(trust.Colleague.Id, Given.Request(), db.Clock.Now);
        ((Domain.Common.IAggregate)slot).ClearEvents();
        await db.SaveAsync(account, slot, AccountSession.Start(account, new SessionStart(SignInMethod.EmailCode, false, false, "Chrome", "10.1.1.1"), Given.Now));
        await LeaveAsync(db, trust.Colleague, Given.Today.AddDays(-1));
        await LeaveAsync(db, trust.HelpdeskAgent, Given.Today);
        await RefuseAsync(db, "Tom Reid");

        var night = () => Leaver.NightAsync(db);

        (await night.Should().ThrowAsync<JobFailedException>()).WithMessage("1 leaver anonymised, 1 leaver could not be anonymised and will be tried again tomorrow");
        var people = await db.AllAsync<StaffMember>();
        people.Where(s => s.IsAnonymised).Should().ContainSingle().Which.Id.Should().Be(trust.HelpdeskAgent.Id);
        people.Single(s => s.Id == trust.Colleague.Id).Name.Should().Be("Tom Reid");
        (await db.AllAsync<Booking>()).Single().Status.Should().Be(BookingStatus.Booked, "all of it happens or nothing");
        (await db.EmailsAsync()).Should().NotContain(e => e.Reason == ReminderReason.BookingCancelled);
        (await db.AllAsync<AccountSession>()).Should().ContainSingle();

        await db.ExecuteAsync(kind == DatabaseKind.Sqlite ? "DROP TRIGGER refuse" : "DROP TRIGGER refuse ON \"StaffMembers\"");
        db.Clock.Now = db.Clock.Now.AddHours(1);
        (await night()).Should().Be("1 leaver anonymised");
        (await db.AllAsync<Booking>()).Single().Status.Should().Be(BookingStatus.CancelledByStaff);
        (await db.AllAsync<AccountSession>()).Should().BeEmpty();
    }

    private static Task LeaveAsync(TestDatabase db, StaffMember person, DateOnly on) => db.ChangeAsync<StaffMember>(s => s.Id == person.Id, s => s.Leave(on));

    /// <summary>As if the database failed in the middle of one person.</summary>
    private static async Task RefuseAsync(TestDatabase db, string name)
    {
        var when = $"""WHEN (OLD."Name" = '{name}' AND NEW."Name" <> OLD."Name")""";
        if (db.Kind == DatabaseKind.Sqlite)
        {
            await db.ExecuteAsync($"""CREATE TRIGGER refuse BEFORE UPDATE ON "StaffMembers" {when} BEGIN SELECT RAISE(ABORT, 'refused'); END""");
            return;
        }

        await db.ExecuteAsync("CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'refused'; END $$");
        await db.ExecuteAsync($"""CREATE TRIGGER refuse BEFORE UPDATE ON "StaffMembers" FOR EACH ROW {when} EXECUTE FUNCTION refuse()""");
    }
}
