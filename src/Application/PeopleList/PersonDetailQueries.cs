using Champions.Application.Abstractions;
using Champions.Application.Accounts;
using Champions.Application.Auditing;
using Champions.Domain.Champions;
using Champions.Domain.Common;
using Champions.Domain.HelpSlots;
using Champions.Domain.Staff;
using Microsoft.EntityFrameworkCore;

namespace Champions.Application.PeopleList;

/// <summary>One person of the list of people, for those who look after it.</summary>
public sealed class PersonDetailQueries(IChampionsDb db, IPeopleInReach reach, TimeProvider clock)
{
    public const int ShownHistory = 20;

    public async Task<Result<PersonDetails>> FindAsync(StaffMemberId id, Actor actor, CancellationToken cancellationToken)
    {
        if (await HeadingAsync(id, actor, cancellationToken) is not { } person)
        {
            return StaffErrors.NotFound;
        }

        return new PersonDetails
        {
            Person = person,
            Devices = await DevicesAsync(person, actor, cancellationToken),
            History = await HistoryAsync(person, actor, cancellationToken),
            Deeds = await DeedsAsync(person, actor, cancellationToken),
            MayNotChange = MayNotChange(person, actor),
            SecondFactors = await SecondFactorsAsync(person, actor, cancellationToken),
        };
    }

    /// <summary>The person for a form that changes them; or the rule that stops the actor, before anything is filled in.</summary>
    public async Task<Result<PersonHeading>> FindToChangeAsync(StaffMemberId id, Actor actor, CancellationToken cancellationToken)
    {
        if (await HeadingAsync(id, actor, cancellationToken) is not { } person)
        {
            return StaffErrors.NotFound;
        }

        return (MayNotChange(person, actor) ?? PeopleRules.CheckFresh(actor, clock.GetUtcNow())) is { } stopped ? stopped : person;
    }

    /// <summary>What the person has that counts as a second factor.</summary>
    public async Task<SecondFactors> SecondFactorsAsync(PersonHeading person, Actor actor, CancellationToken cancellationToken) =>
        person.AccountId is not { } account ? new SecondFactors(HasAuthenticator: false, Passkeys: 0, SingleSignOns: 0) : new SecondFactors(
            await reach.Accounts(actor).AnyAsync(a => a.Id == account && a.AuthenticatorKey != null, cancellationToken),
            await db.Passkeys.CountAsync(p => p.AccountId == account, cancellationToken),
            await db.ExternalLogins.CountAsync(l => l.AccountId == account, cancellationToken));

    /// <summary>Systems that the person knows as a champion.</summary>
    public async Task<IReadOnlyList<Guid>> SystemsOfAsync(ChampionId champion, Actor actor, CancellationToken cancellationToken) =>
        await reach.Champions(actor).AsNoTracking().Where(c => c.Id == champion)
            .SelectMany(c => c.Systems).Select(s => s.DigitalSystemId.Value).ToListAsync(cancellationToken);

    /// <summary>What the person has promised for the time to come: times they offer, and places they have booked.</summary>
    public async Task<(int Times, int Bookings)> PromisesAsync(PersonHeading person, Actor actor, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var coming = reach.HelpSlots(actor).AsNoTracking().Where(s => s.StartsAt > now && s.Status == HelpSlotStatus.Offered);
        var times = person.ChampionId is { } champion ? await coming.CountAsync(s => s.ChampionId == champion, cancellationToken) : 0;
        var bookings = await coming.CountAsync(
            s => s.Bookings.Any(b => b.BookedById == person.Id && b.Status == BookingStatus.Booked), cancellationToken);
        return (times, bookings);
    }

    private static Error? MayNotChange(PersonHeading person, Actor actor) =>
        PeopleRules.CheckWhom(actor, person.Id, person.HeldRoles) ?? (person.IsAnonymised ? PeopleErrors.Anonymised : null);

    private Task<PersonHeading?> HeadingAsync(StaffMemberId id, Actor actor, CancellationToken cancellationToken) =>
        (from person in reach.People(actor).AsNoTracking()
         where person.Id == id
         join trust in db.Trusts on person.TrustId equals trust.Id
         join ward in reach.Wards(actor) on person.WardId equals ward.Id into wards
         from ward in wards.DefaultIfEmpty()
         join account in reach.Accounts(actor) on person.Id equals account.StaffMemberId into accounts
         from account in accounts.DefaultIfEmpty()
         join champion in reach.Champions(actor) on person.Id equals champion.StaffMemberId into champions
         from champion in champions.DefaultIfEmpty()
         select new PersonHeading
         {
             Id = person.Id,
             TrustId = person.TrustId,
             Version = person.Version,
             Name = person.Name,
             Email = person.Email,
             StaffGroup = person.StaffGroup,
             WardId = person.WardId,
             Ward = ward.Name,
             Trust = trust.Name,
             LeftOn = person.LeftOn,
             IsAnonymised = person.IsAnonymised,
             AccountId = (AccountId?)account.Id,
             AccountRoles = (Roles?)account.Roles,
             IsDisabled = (bool?)account.IsDisabled == true,
             ChampionId = (ChampionId?)champion.Id,
             ChampionStatus = (ChampionStatus?)champion.Status,
             LastLogIn = db.AccountSessions.Where(s => s.AccountId == account.Id)
                 .OrderByDescending(s => s.StartedAt).Select(s => (DateTimeOffset?)s.StartedAt).FirstOrDefault(),
         }).FirstOrDefaultAsync(cancellationToken);

    private async Task<int> DevicesAsync(PersonHeading person, Actor actor, CancellationToken cancellationToken) =>
        person.AccountId is { } account ? (await db.LiveSessionsAsync(reach, account, actor, clock.GetUtcNow(), cancellationToken)).Count : 0;

    /// <summary>What was done to the person, their account and their champion's role.</summary>
    private Task<IReadOnlyList<HistoryRow>> HistoryAsync(PersonHeading person, Actor actor, CancellationToken cancellationToken)
    {
        var (id, account, champion) = (person.Id.Value.ToString(), person.AccountId?.Value.ToString(), person.ChampionId?.Value.ToString());
        return ReadAsync(
            Chain(person, actor).Where(entry => (entry.Entity == nameof(StaffMember) && entry.EntityId == id)
                || (entry.Entity == nameof(Account) && entry.EntityId == account)
                || (entry.Entity == nameof(Champion) && entry.EntityId == champion)),
            actor,
            cancellationToken);
    }

    /// <summary>What the person changed, apart from logging in and out.</summary>
    private Task<IReadOnlyList<HistoryRow>> DeedsAsync(PersonHeading person, Actor actor, CancellationToken cancellationToken) =>
        person.AccountId is not { } account ? Task.FromResult<IReadOnlyList<HistoryRow>>([]) : ReadAsync(
            Chain(person, actor).Where(entry => entry.AccountId == account && entry.Entity != nameof(AccountSession)), actor, cancellationToken);

    private IQueryable<AuditEntry> Chain(PersonHeading person, Actor actor)
    {
        var chain = AuditChain.Of(person.TrustId);
        return reach.AuditEntries(actor).AsNoTracking().Where(entry => entry.Chain == chain);
    }

    private async Task<IReadOnlyList<HistoryRow>> ReadAsync(IQueryable<AuditEntry> entries, Actor actor, CancellationToken cancellationToken)
    {
        var read = await entries.OrderByDescending(e => e.Number).Take(ShownHistory)
            .Select(e => new { e.At, e.AccountId, e.Entity, e.Action, e.Changes }).ToListAsync(cancellationToken);
        var authors = read.Select(r => r.AccountId).OfType<AccountId>().Distinct().ToList();
        var names = await reach.Accounts(actor).AsNoTracking().Where(a => authors.Contains(a.Id))
            .Select(a => new { a.Id, a.Name }).ToDictionaryAsync(a => a.Id, a => a.Name, cancellationToken);
        return
        [
            .. read.Select(r => new HistoryRow(
                r.At, r.AccountId is { } author ? names.GetValueOrDefault(author, "The administrator") : null, r.Entity, r.Action, r.Changes)),
        ];
    }
}
