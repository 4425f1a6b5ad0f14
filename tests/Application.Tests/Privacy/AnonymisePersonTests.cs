using Champions.Application.Auditing;
using Champions.Application.Outbox;
using Champions.Application.PeopleList;
using Champions.Application.Reminders;
using Champions.Application.Tests.Outbox;
using Champions.Application.Tests.PeopleList;
using Champions.Domain.Accounts;
using Champions.Domain.Champions;
using Champions.Domain.Common;
using Champions.Domain.FollowUps;
using Champions.Domain.HelpSlots;
using Champions.Domain.Staff;
using Champions.Domain.SupportSessions;
using Microsoft.Extensions.DependencyInjection;

namespace Champions.Application.Tests.Privacy;

/// <summary>A leaver's name goes for good: counts stay, words go, promises are cancelled and those concerned are told.</summary>
public sealed class AnonymisePersonTests
{
    [Theory, EveryDatabase]
    public async Task Afterwards_no_column_of_the_database_holds_name_or_address(DatabaseKind kind)
    {
        await using var desk = await MailDesk.OpenAsync(kind);
        var leaver = await Leaver.WhoWasBusyAsync(desk);
        (await desk.Db.WhereAsync(Leaver.Words)).Should().Equal(
            "AccountSessions.Device", "Accounts.Email", "Accounts.Name", "Accounts.NormalisedEmail", "Bookings.Topic", "ExternalLogins.Subject",
            "FollowUps.ClosingNote", "FollowUps.What", "HelpSlots.Place", "OneTimeCodes.Email", "OneTimeCodes.NormalisedEmail", "OutboxEmails.Data",
            "OutboxEmails.ToAddress", "OutboxEmails.ToName", "Passkeys.Name", "StaffMembers.Email", "StaffMembers.Name", "StaffMembers.NormalisedEmail",
            "SupportSessions.Note");

        (await leaver.AnonymiseAsync()).Value.Should().Be(Leaver.Name);

        (await desk.Db.WhereAsync(Leaver.Words)).Should().Equal(["OutboxEmails.Data"], "those concerned are still to be told whose booking is cancelled");
        await desk.SendAsync();
        (await Leaver.NightAsync(desk.Db)).Should().Match("* emails cleared");
        (await desk.Db.WhereAsync(Leaver.Words)).Should().BeEmpty();
        (await Leaver.NightAsync(desk.Db)).Should().BeNull("nothing is left to be done");
    }

    [Theory, EveryDatabase]
    public async Task What_was_done_counts_as_before(DatabaseKind kind)
    {
        await using var desk = await MailDesk.OpenAsync(kind);
        var leaver = await Leaver.WhoWasBusyAsync(desk);
        var before = await CountAsync(desk.Db);

        await leaver.AnonymiseAsync();

        (await CountAsync(desk.Db)).Should().Equal(before);
        (await desk.Db.AllAsync<SupportSession>()).Should().HaveCount(3).And.OnlyContain(s => string.IsNullOrEmpty(s.Note) || s.Note == "Shown by […] before");
        (await desk.Db.AllAsync<FollowUp>()).Select(f => (f.What, f.Status)).Should().BeEquivalentTo(
            [("Removed", FollowUpStatus.Done), ("Removed", FollowUpStatus.Cancelled), ("Ask […] how", FollowUpStatus.Open)], "the open one is another champion's and keeps its sense");
        (await desk.Db.AllAsync<Champion>()).Single(c => c.Id == leaver.Champion.Id).Status.Should().Be(ChampionStatus.SteppedDown);
    }

    [Theory, EveryDatabase]
    public async Task Bookings_to_come_are_cancelled_and_the_others_get_it_out_of_their_calendar(DatabaseKind kind)
    {
        await using var desk = await MailDesk.OpenAsync(kind);
        var leaver = await Leaver.WhoWasBusyAsync(desk);
        var told = desk.Relay.Accepted.Count;

        await leaver.AnonymiseAsync();
        await desk.SendAsync();

        var bookings = (await desk.Db.AllAsync<Booking>()).ToDictionary(b => b.Id);
        (bookings[leaver.WithHer].Status, bookings[leaver.ByHer].Status).Should().Be((BookingStatus.CancelledByChampion, BookingStatus.CancelledByStaff));
        var news = desk.Relay.Accepted.Skip(told).ToList();
        news.Where(e => e.CalendarMethod == "CANCEL").Select(e => e.ToAddress).Should().BeEquivalentTo(desk.BookerAddress, desk.ChampionAddress);
        news.Single(e => e.ToAddress == desk.BookerAddress && e.CalendarMethod == "CANCEL").Calendar.Should()
            .Contain($"UID:{leaver.WithHer.Value:D}@champions\r\n").And.Contain("STATUS:CANCELLED").And.Contain(Leaver.Name, "it must fit what the calendar knows");
        news.Should().NotContain(e => e.ToAddress == leaver.Person.Email, "the address is no longer hers to read");
        news.Single(e => e.ToAddress == "priya.shah@trust.example").Text.Should().Contain(StaffMember.AnonymousName).And.NotContain("Niamh");
    }

    [Theory, EveryDatabase]
    public async Task The_account_is_closed_for_good_and_the_address_is_free(DatabaseKind kind)
    {
        await using var desk = await MailDesk.OpenAsync(kind);
        var leaver = await Leaver.WhoWasBusyAsync(desk);

        await leaver.AnonymiseAsync();

        var account = await desk.Trust.AccountOfAsync(leaver.Person);
        account.Should().BeEquivalentTo(new { IsDisabled = true, PasswordHash = (string?)null, AuthenticatorKey = (string?)null, Roles = Roles.Staff });
        (await desk.Db.AllAsync<AccountSession>()).Should().BeEmpty();
        (await desk.Db.AllAsync<Passkey>()).Should().BeEmpty();
        (await desk.Db.AllAsync<ExternalLogin>()).Should().BeEmpty();
        (await desk.Db.AllAsync<RecoveryCode>()).Should().BeEmpty();
        (await desk.Db.AllAsync<OneTimeCode>()).Should().BeEmpty();
        foreach (var change in new[] { AccessChange.Enable, AccessChange.ComeBack })
        {
            (await desk.Trust.ChangeAccessAsync(leaver.Person, change, leaver.Administrator)).Error.Should().Be(PeopleErrors.Anonymised);
        }

        var next = await desk.Trust.InviteAsync(leaver.Administrator, leaver.Person.Email, "Nia Bevan", at: desk.Trust.Trust.Id);
        next.IsSuccess.Should().BeTrue();
        next.Value.Should().NotBe(leaver.Person.Id);
    }

    [Theory, EveryDatabase]
    public async Task The_audit_trail_says_what_went_and_never_what_it_was(DatabaseKind kind)
    {
        await using var desk = await MailDesk.OpenAsync(kind);
        var leaver = await Leaver.WhoWasBusyAsync(desk);

        await leaver.AnonymiseAsync();

        var id = leaver.Person.Id.Value.ToString();
        var row = (await desk.Db.AllAsync<AuditEntry>()).Where(e => e.Entity == nameof(StaffMember) && e.EntityId == id && e.Changes.Contains("IsAnonymised")).MaxBy(e => e.Number)!;
        row.TrustId.Should().Be(desk.Trust.Trust.Id);
        row.Changes.Should().Contain("\"IsAnonymised\":[\"False\",\"True\"]").And.Contain("\"Name\":[]").And.Contain("\"Email\":[]");
        (await desk.Db.AllAsync<AuditEntry>()).Should().ContainSingle(e => e.Changes.Contains("\"WaysInRemoved\":[null,\"3\"]"))
            .And.ContainSingle(e => e.EntityId == id && e.Changes.Contains("\"NameTakenOut\":[null,\"4\"]"));
        (await desk.Db.Run(scope => scope.GetRequiredService<CheckAuditTrail>().RunAsync(default))).Should().EndWith("hold");
    }

    [Theory, EveryDatabase]
    public async Task It_is_refused_in_plain_words(DatabaseKind kind)
    {
        await using var desk = await MailDesk.OpenAsync(kind);
        var leaver = await Leaver.WhoWasBusyAsync(desk);

        (await leaver.AnonymiseAsync(person: desk.Trust.Colleague.Id)).Error.Should().Be(PeopleErrors.NotLeft);
        (await leaver.AnonymiseAsync(person: new StaffMemberId(Guid.CreateVersion7()))).Error.Should().Be(StaffErrors.NotFound);
        (await leaver.AnonymiseAsync(desk.Trust.AsCoordinator)).Error.Should().Be(PeopleErrors.OnlyAdministrators);
        (await leaver.AnonymiseAsync(PeopleList.Desk.Administrator)).Error.Should().Be(PeopleErrors.NeedsSecondFactor, "hers is two days old");

        (await desk.Db.AllAsync<StaffMember>()).Should().NotContain(s => s.IsAnonymised);
    }

    [Theory, EveryDatabase]
    public async Task Asked_for_twice_at_once_it_happens_once(DatabaseKind kind)
    {
        await using var desk = await MailDesk.OpenAsync(kind);
        var leaver = await Leaver.WhoWasBusyAsync(desk);

        var both = await Task.WhenAll(leaver.AnonymiseAsync(), leaver.AnonymiseAsync());

        both.Where(r => r.IsSuccess).Should().ContainSingle();
        both.Single(r => !r.IsSuccess).Error.Should().Be(PeopleErrors.Anonymised);
        (await desk.Db.EmailsAsync()).Count(e => e.Reason == ReminderReason.BookingCancelled && e.State == OutboxState.Pending).Should().Be(2);
    }

    private static async Task<IReadOnlyList<int>> CountAsync(TestDatabase db)
    {
        var sessions = await db.AllAsync<SupportSession>();
        return
        [
            sessions.Count, sessions.Sum(s => s.People), sessions.Sum(s => s.Minutes), (await db.AllAsync<Booking>()).Count,
            (await db.AllAsync<HelpSlot>()).Count, (await db.AllAsync<FollowUp>()).Count, (await db.AllAsync<StaffMember>()).Count,
        ];
    }
}
