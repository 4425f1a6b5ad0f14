using Champions.Application.Abstractions;
using Champions.Application.Auditing;
using Champions.Domain.Champions;
using Champions.Domain.FollowUps;
using Champions.Domain.HelpSlots;
using Champions.Domain.Staff;
using Champions.Domain.Systems;
using Champions.Domain.Trusts;
using Champions.Domain.Wards;
using Champions.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Champions.Infrastructure.AcrossTrusts;

/// <summary>Lifts the filter that keeps trusts apart for administrators, and for nobody else.</summary>
internal sealed class PeopleInReach(ChampionsDbContext db) : IPeopleInReach
{
    public IQueryable<Trust> Trusts(Actor actor) =>
        db.Trusts.Where(t => t.UsesChampions && (actor.Is(Roles.Administrator) || t.Id == actor.TrustId));

    public IQueryable<StaffMember> People(Actor actor) => Of<StaffMember>(actor);

    public IQueryable<Account> Accounts(Actor actor) => Of<Account>(actor);

    public IQueryable<Champion> Champions(Actor actor) => Of<Champion>(actor);

    public IQueryable<Ward> Wards(Actor actor) => Of<Ward>(actor);

    public IQueryable<Site> Sites(Actor actor) => Of<Site>(actor);

    public IQueryable<DigitalSystem> Systems(Actor actor) => Of<DigitalSystem>(actor);

    public IQueryable<HelpSlot> HelpSlots(Actor actor) => Of<HelpSlot>(actor);

    public IQueryable<FollowUp> FollowUps(Actor actor) => Of<FollowUp>(actor);

    public IQueryable<AuditEntry> AuditEntries(Actor actor) => Of<AuditEntry>(actor);

    private IQueryable<T> Of<T>(Actor actor) where T : class =>
        actor.Is(Roles.Administrator) ? db.Set<T>().IgnoreQueryFilters([ChampionsDbContext.TrustFilter]) : db.Set<T>();
}
