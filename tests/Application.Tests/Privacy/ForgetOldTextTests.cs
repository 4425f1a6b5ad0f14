using Champions.Application.Jobs;
using Champions.Application.Outbox;
using Champions.Application.Privacy;
using Champions.Application.Reminders;
using Champions.Domain.Accounts;
using Champions.Domain.FollowUps;
using Champions.Domain.HelpSlots;
using Champions.Domain.SupportSessions;
using Champions.Domain.Trusts;
using Microsoft.Extensions.DependencyInjection;

namespace Champions.Application.Tests.Privacy;

/// <summary>What a trust no longer keeps: words go, counts stay, and what is younger is left alone.</summary>
public sealed class ForgetOldTextTests
{
    private const string Written = "Could not find the discharge letter";

    [Theory, EveryDatabase]
    public async Task Old_words_go_and_the_counts_stay(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        await WriteAsync(trust);
        db.Clock.Now = Given.Now.AddMonths(Trust.DefaultMonthsKept).AddDays(9);

        (await RunAsync(db)).Should().Be("5 texts cleared");

        var booking = (await db.AllAsync<Booking>()).Single();
        (booking.Topic, booking.Note, booking.Status).Should().Be((null, null, BookingStatus.Booked));
        var session = (await db.AllAsync<SupportSession>()).Single();
        (session.Note, session.Minutes, session.People).Should().Be((null, 15, 1));
        var followUp = (await db.AllAsync<FollowUp>()).Single();
        (followUp.What, followUp.ClosingNote, followUp.Status).Should().Be(("Removed", null, FollowUpStatus.Done));
        (await db.AllAsync<HelpSlot>()).Should().OnlyContain(s => s.CancelReason == null);
        var email = (await db.EmailsAsync()).Single();
        (email.ToAddress, email.ToName, email.Data, email.Reason).Should().Be(("", "", "{}", ReminderReason.BookingConfirmed));

        (await RunAsync(db)).Should().BeNull("a second run finds nothing more");
    }

    [Theory, EveryDatabase]
    public async Task What_is_younger_than_the_trust_says_is_left_alone(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        await WriteAsync(trust);
        db.Clock.Now = Given.Now.AddMonths(6).AddDays(9);
        (await RunAsync(db)).Should().BeNull();

        await db.ChangeAsync<Trust>(t => t.Id == trust.Trust.Id, t => t.Keep(notesMonths: 6, leaversMonths: 24));

        (await RunAsync(db)).Should().Be("5 texts cleared");
    }

    [Theory, EveryDatabase]
    public async Task Each_trust_keeps_as_long_as_it_says_itself(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var (ours, theirs) = (await SmallTrust.CreateAsync(db), await SmallTrust.CreateOtherAsync(db));
        await db.SaveAsync(
            Given.Session(ours.Champion, Given.Answers(note: Written)), Given.Session(theirs.Champion, Given.Answers(note: Written)));
        await db.ChangeAsync<Trust>(t => t.Id == ours.Trust.Id, t => t.Keep(notesMonths: 3, leaversMonths: 3));
        db.Clock.Now = Given.Now.AddMonths(4);

        await RunAsync(db);

        (await db.AllAsync<SupportSession>()).Where(s => s.Note is null).Should().ContainSingle().Which.TrustId.Should().Be(ours.Trust.Id);
    }

    [Theory, EveryDatabase]
    public async Task A_trust_that_cannot_be_cleared_holds_up_no_other_and_is_cleared_the_next_night(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var (ours, theirs) = (await SmallTrust.CreateAsync(db), await SmallTrust.CreateOtherAsync(db));
        await db.SaveAsync(
            Given.Session(ours.Champion, Given.Answers(note: "Refused")), Given.Session(theirs.Champion, Given.Answers(note: Written)));
        db.Clock.Now = Given.Now.AddMonths(Trust.DefaultMonthsKept).AddDays(9);
        await RefuseAsync(db);

        var night = () => RunAsync(db);

        (await night.Should().ThrowAsync<JobFailedException>()).WithMessage("1 text cleared, the texts of 1 trust could not be cleared and will be tried again tomorrow");
        (await db.AllAsync<SupportSession>()).Where(s => s.Note is not null).Should().ContainSingle().Which.TrustId.Should().Be(ours.Trust.Id);
        await db.ExecuteAsync(kind == DatabaseKind.Sqlite ? "DROP TRIGGER refuse" : "DROP TRIGGER refuse ON \"SupportSessions\"");
        (await night()).Should().Be("1 text cleared");
    }

    /// <summary>A database that will not change one note.</summary>
    private static async Task RefuseAsync(TestDatabase db)
    {
        if (db.Kind == DatabaseKind.Sqlite)
        {
            await db.ExecuteAsync("CREATE TRIGGER refuse BEFORE UPDATE ON \"SupportSessions\" WHEN OLD.\"Note\" = 'Refused' BEGIN SELECT RAISE(ABORT, 'refused'); END");
            return;
        }

        await db.ExecuteAsync("CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'refused'; END $$");
        await db.ExecuteAsync(
            "CREATE TRIGGER refuse BEFORE UPDATE ON \"SupportSessions\" FOR EACH ROW WHEN (OLD.\"Note\" = 'Refused') EXECUTE FUNCTION refuse()");
    }

    [Theory, EveryDatabase]
    public async Task An_open_follow_up_and_an_email_that_waits_keep_their_words(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var session = Given.Session(trust.Champion);
        await db.SaveAsync(session, Given.FollowUp(session), Email(trust));
        db.Clock.Now = Given.Now.AddYears(3);

        (await RunAsync(db)).Should().BeNull();
    }

    [Theory, EveryDatabase]
    public async Task Devices_of_long_ago_are_forgotten(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var account = Account.For(trust.Colleague, Roles.None, Given.Now);
        await db.SaveAsync(account, AccountSession.Start(account, new SessionStart(SignInMethod.EmailCode, false, false, "Chrome on Windows", "10.1.1.1"), Given.Now));
        db.Clock.Now = Given.Now.AddDays(91);

        (await RunAsync(db)).Should().Be("1 device forgotten");

        (await db.AllAsync<AccountSession>()).Should().BeEmpty();
    }

    private static Task<string?> RunAsync(TestDatabase db) =>
        db.Run(scope => scope.GetRequiredService<ForgetOldText>().RunAsync(CancellationToken.None));

    /// <summary>One of everything that holds words: five rows.</summary>
    private static async Task WriteAsync(SmallTrust trust)
    {
        var slot = Given.Slot(trust.Champion);
        slot.Book(trust.Colleague.Id, Given.Request(topic: Written, note: Written), Given.Now);
        ((Domain.Common.IAggregate)slot).ClearEvents();
        var cancelled = Given.Slot(trust.Champion, Given.TomorrowAfternoon.AddDays(1));
        cancelled.Cancel(Written, Given.Now);
        ((Domain.Common.IAggregate)cancelled).ClearEvents();
        var session = Given.Session(trust.Champion, Given.Answers(note: Written));
        var followUp = Given.FollowUp(session, what: Written);
        _ = followUp.Complete(SessionOutcome.Resolved, Written, Given.Now);
        await trust.Db.SaveAsync(slot, cancelled, session, followUp, Email(trust));
        await trust.Db.ExecuteAsync("UPDATE \"OutboxEmails\" SET \"State\" = 'Sent'");
    }

    private static OutboxEmail Email(SmallTrust trust) => OutboxEmail.Queue(
        new OutboxDraft(
            trust.Trust.Id, trust.Colleague.Id, trust.Colleague.Email, trust.Colleague.Name, ReminderReason.BookingConfirmed,
            Guid.CreateVersion7(Given.Now), 0, "", Given.Now, Given.Now.AddDays(1), 1, null, $$"""{"Topic":"{{Written}}"}"""),
        "champions.example",
        Given.Now);
}
