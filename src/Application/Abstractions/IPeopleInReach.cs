using Champions.Application.Auditing;
using Champions.Domain.Champions;
using Champions.Domain.FollowUps;
using Champions.Domain.HelpSlots;
using Champions.Domain.Staff;
using Champions.Domain.Systems;
using Champions.Domain.Trusts;
using Champions.Domain.Wards;

namespace Champions.Application.Abstractions;

/// <summary>
/// People and what belongs to them, as far as somebody may look after the list of people: an administrator, who works for no trust, reaches
/// every trust; everybody else their own. Rows are tracked, and their audit rows land in the chain of the trust they belong to. What may be
/// done to whom is a question of its own: see <see cref="PeopleList.PeopleRules"/>.
/// </summary>
public interface IPeopleInReach
{
    /// <summary>Trusts that use Champions.</summary>
    IQueryable<Trust> Trusts(Actor actor);

    IQueryable<StaffMember> People(Actor actor);

    IQueryable<Account> Accounts(Actor actor);

    IQueryable<Champion> Champions(Actor actor);

    IQueryable<Ward> Wards(Actor actor);

    IQueryable<Site> Sites(Actor actor);

    IQueryable<DigitalSystem> Systems(Actor actor);

    IQueryable<HelpSlot> HelpSlots(Actor actor);

    IQueryable<FollowUp> FollowUps(Actor actor);

    IQueryable<AuditEntry> AuditEntries(Actor actor);
}
