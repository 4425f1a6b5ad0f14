using Champions.Application.Abstractions;
using Champions.Application.Time;
using Champions.Application.Wording;
using Microsoft.EntityFrameworkCore;

namespace Champions.Application.Privacy;

/// <summary>Reads what is kept about the person who asks, and about nobody else.</summary>
public sealed class MyDataQueries(IChampionsDb db, IAccountsOfAllTrusts accounts, TimeProvider clock)
{
    public async Task<MyDetails> DetailsAsync(Actor actor, CancellationToken cancellationToken)
    {
        var account = await accounts.Accounts.AsNoTracking().SingleAsync(a => a.Id == actor.AccountId, cancellationToken);
        var about = await (
            from person in db.StaffMembers.AsNoTracking()
            where person.Id == actor.PersonId
            join trust in db.Trusts on person.TrustId equals trust.Id
            join ward in db.Wards on person.WardId equals ward.Id into wards
            from ward in wards.DefaultIfEmpty()
            join site in db.Sites on ward.SiteId equals site.Id into sites
            from site in sites.DefaultIfEmpty()
            join champion in db.Champions on person.Id equals champion.StaffMemberId into champions
            from champion in champions.DefaultIfEmpty()
            select new
            {
                person.Name, person.Email, person.StaffGroup, Trust = trust.Name, Ward = ward.Name, Site = site.Name, Since = (DateOnly?)champion.AgreedOn,
            }).SingleOrDefaultAsync(cancellationToken);
        return new MyDetails(
            about?.Name ?? account.Name, about?.Email ?? account.Email, about?.Trust, about?.StaffGroup, about?.Ward, about?.Site,
            RoleNames(actor.Roles), about?.Since);
    }

    /// <summary>How long the person's trust keeps what; null for an administrator who works for none.</summary>
    public Task<MonthsKept?> KeptAsync(Actor actor, CancellationToken cancellationToken) =>
        db.Trusts.AsNoTracking().Where(t => t.Id == actor.TrustId).Select(t => new MonthsKept(t.NotesMonths, t.LeaversMonths)).SingleOrDefaultAsync(cancellationToken);

    /// <summary>What the person may put right.</summary>
    public Task<MyCorrection> FormAsync(Actor actor, CancellationToken cancellationToken) =>
        db.StaffMembers.AsNoTracking().Where(s => s.Id == actor.PersonId)
            .Select(s => new MyCorrection(s.Name, s.StaffGroup, s.WardId, db.Wards.Where(w => w.Id == s.WardId).Select(w => w.Name).FirstOrDefault(), s.Version))
            .SingleAsync(cancellationToken);

    public async Task<MyData> ReadAsync(Actor actor, CancellationToken cancellationToken) => new()
    {
        Details = await DetailsAsync(actor, cancellationToken),
        Bookings = await BookingsAsync(actor.PersonId, cancellationToken),
        SessionsLogged = await SessionsAsync(actor.PersonId, cancellationToken),
        HelpReceived = await HelpAsync(actor.PersonId, cancellationToken),
        FollowUps = await FollowUpsAsync(actor.PersonId, cancellationToken),
        WardAssignments = await AssignmentsAsync(actor.PersonId, cancellationToken),
        Emails = await EmailsAsync(actor, cancellationToken),
        Devices = await DevicesAsync(actor.AccountId, cancellationToken),
        WaysIn = await WaysInAsync(actor.AccountId, cancellationToken),
    };

    private static List<string> RoleNames(Roles roles) =>
        [.. Enum.GetValues<Roles>().Where(r => r != Roles.None && (roles & r) != Roles.None).Select(r => r.ToString())];

    private async Task<List<MyBooking>> BookingsAsync(StaffMemberId me, CancellationToken cancellationToken)
    {
        var rows = await (
            from booking in db.Bookings.AsNoTracking()
            where booking.BookedById == me
            join slot in db.HelpSlots on booking.HelpSlotId equals slot.Id
            join person in db.StaffMembers on slot.PersonId equals person.Id
            orderby slot.StartsAt, booking.Id
            select new { slot.StartsAt, slot.Minutes, Champion = person.Name, booking.Status, booking.Topic, booking.Note, booking.CancelReason })
            .ToListAsync(cancellationToken);
        return [.. rows.Select(r => new MyBooking(r.StartsAt, r.Minutes, r.Champion, BookingStatusWords.Of(r.Status), r.Topic, r.Note, r.CancelReason))];
    }

    private async Task<List<MySession>> SessionsAsync(StaffMemberId me, CancellationToken cancellationToken)
    {
        var rows = await (
            from session in db.SupportSessions.AsNoTracking()
            join champion in db.Champions on session.ChampionId equals champion.Id
            where champion.StaffMemberId == me && session.UndoneAt == null
            orderby session.OccurredOn, session.LoggedAt, session.Id
            select new { session.OccurredOn, session.Minutes, session.People, session.Outcome, session.Note }).ToListAsync(cancellationToken);
        return [.. rows.Select(r => new MySession(r.OccurredOn, r.Minutes, r.People, SessionOutcomeWords.Of(r.Outcome), r.Note))];
    }

    private Task<List<MyHelp>> HelpAsync(StaffMemberId me, CancellationToken cancellationToken) => (
        from session in db.SupportSessions.AsNoTracking()
        where session.UndoneAt == null && session.Participants.Any(p => p.StaffMemberId == me)
        join champion in db.Champions on session.ChampionId equals champion.Id
        join person in db.StaffMembers on champion.StaffMemberId equals person.Id
        orderby session.OccurredOn, session.Id
        select new MyHelp(session.OccurredOn, session.Minutes, person.Name)).ToListAsync(cancellationToken);

    private async Task<List<MyFollowUp>> FollowUpsAsync(StaffMemberId me, CancellationToken cancellationToken)
    {
        var rows = await (
            from followUp in db.FollowUps.AsNoTracking()
            join champion in db.Champions on followUp.OwnerId equals champion.Id
            where champion.StaffMemberId == me
            orderby followUp.DueOn, followUp.Id
            select new { followUp.DueOn, followUp.What, followUp.Status, followUp.ClosingNote }).ToListAsync(cancellationToken);
        var today = UkCalendar.DateOf(clock.GetUtcNow());
        return [.. rows.Select(r => new MyFollowUp(r.DueOn, r.What, FollowUpStatusWords.Of(r.Status, r.DueOn, today), r.ClosingNote))];
    }

    private Task<List<MyAssignment>> AssignmentsAsync(StaffMemberId me, CancellationToken cancellationToken) => (
        from assignment in db.WardAssignments.AsNoTracking()
        join champion in db.Champions on assignment.ChampionId equals champion.Id
        where champion.StaffMemberId == me
        join ward in db.Wards on assignment.WardId equals ward.Id
        orderby assignment.From, assignment.Id
        select new MyAssignment(ward.Name, assignment.From, assignment.Until)).ToListAsync(cancellationToken);

    private async Task<List<MyEmail>> EmailsAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (actor.PersonId == default)
        {
            return [];
        }

        var rows = await db.OutboxEmails.AsNoTracking().Where(e => e.RecipientId == actor.PersonId)
            .OrderBy(e => e.QueuedAt).ThenBy(e => e.Id).Select(e => new { e.QueuedAt, e.Reason, e.State }).ToListAsync(cancellationToken);
        return [.. rows.Select(r => new MyEmail(r.QueuedAt, ReminderReasonWords.Of(r.Reason), r.State.ToString()))];
    }

    private async Task<List<MyDevice>> DevicesAsync(AccountId account, CancellationToken cancellationToken) =>
        await db.AccountSessions.AsNoTracking().Where(s => s.AccountId == account).OrderBy(s => s.StartedAt).ThenBy(s => s.Id)
            .Select(s => new MyDevice(s.StartedAt, s.LastSeenAt, s.Device, s.Network, s.EndedAt != null)).ToListAsync(cancellationToken);

    private async Task<List<MyWayIn>> WaysInAsync(AccountId id, CancellationToken cancellationToken)
    {
        var account = await accounts.Accounts.AsNoTracking().SingleAsync(a => a.Id == id, cancellationToken);
        var passkeys = await db.Passkeys.AsNoTracking().Where(p => p.AccountId == id).OrderBy(p => p.MadeAt)
            .Select(p => new MyWayIn("Passkey", p.Name, p.MadeAt)).ToListAsync(cancellationToken);
        var logins = await db.ExternalLogins.AsNoTracking().Where(l => l.AccountId == id).OrderBy(l => l.MadeAt)
            .Select(l => new MyWayIn("Identity provider", l.Issuer, l.MadeAt)).ToListAsync(cancellationToken);
        List<MyWayIn> ways = [.. passkeys, .. logins];
        if (account.PasswordSetAt is { } set)
        {
            ways.Add(new MyWayIn("Password", "Password", set));
        }

        if (account.HasAuthenticator)
        {
            ways.Add(new MyWayIn("Authenticator app", "Authenticator app", null));
        }

        return ways;
    }
}
