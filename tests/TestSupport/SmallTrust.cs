using Champions.Application.Abstractions;
using Champions.Domain.Champions;
using Champions.Domain.HelpSlots;
using Champions.Domain.Staff;
using Champions.Domain.Systems;
using Champions.Domain.Trusts;
using Champions.Domain.Wards;
using Champions.TestSupport.Databases;

namespace Champions.TestSupport;

/// <summary>The smallest trust in which every journey is possible, with an actor for each role. Two of them prove isolation.</summary>
public sealed class SmallTrust
{
    private SmallTrust(TestDatabase db, string code, string name)
    {
        Db = db;
        Trust = Given.Trust(code, name);
        Site = Given.Site(Trust.Id, code + "01", "Royal Infirmary");
        Ward = Given.Ward(Site);
        OtherWard = Given.Ward(Site, "THR", "Theatre Recovery", "Anaesthetic Service");
        System = Given.System(Trust.Id);
        Topic = Given.Topic(Trust.Id);
        Coordinator = Given.Person(Trust.Id, "Helen Carter", group: StaffGroup.AdministrativeAndClerical);
        ChampionPerson = Given.Person(Trust.Id, "Amara Osei", ward: Ward.Id);
        Colleague = Given.Person(Trust.Id, "Tom Reid", group: StaffGroup.AlliedHealthProfessionals, ward: OtherWard.Id);
        HelpdeskAgent = Given.Person(Trust.Id, "Sam Patel", group: StaffGroup.AdministrativeAndClerical);
        Champion = Given.Champion(ChampionPerson, System);
    }

    /// <summary>Runs the installation and works for no trust.</summary>
    public static Actor AsAdministrator { get; } = new(default, default, null, Roles.Administrator);

    public TestDatabase Db { get; }

    public Trust Trust { get; }

    public Site Site { get; }

    /// <summary>Ward 7B, where the champion and nobody else works.</summary>
    public Ward Ward { get; }

    public Ward OtherWard { get; }

    public DigitalSystem System { get; }

    public SupportTopic Topic { get; }

    public StaffMember Coordinator { get; }

    public StaffMember ChampionPerson { get; }

    /// <summary>A member of staff with no other role.</summary>
    public StaffMember Colleague { get; }

    public StaffMember HelpdeskAgent { get; }

    /// <summary>Active, knows <see cref="System"/>, assigned to no ward yet.</summary>
    public Champion Champion { get; }

    public Actor AsCoordinator => Of(Coordinator, null, Roles.Coordinator);

    public Actor AsChampion => Of(ChampionPerson, Champion.Id, Roles.Champion);

    public Actor AsStaff => AsPerson(Colleague);

    public Actor AsHelpdesk => Of(HelpdeskAgent, null, Roles.Helpdesk);

    public static async Task<SmallTrust> CreateAsync(
        TestDatabase db, string code = "RA7", string name = "University Hospitals Bristol and Weston NHS Foundation Trust")
    {
        var made = new SmallTrust(db, code, name);
        await db.SaveAsync(
            made.Trust, made.Site, made.Ward, made.OtherWard, made.System, made.Topic,
            made.Coordinator, made.ChampionPerson, made.Colleague, made.HelpdeskAgent, made.Champion);
        return made;
    }

    /// <summary>A second trust, whose rows must never be seen by the first.</summary>
    public static Task<SmallTrust> CreateOtherAsync(TestDatabase db) => CreateAsync(db, "RK9", "University Hospitals Plymouth NHS Trust");

    public Actor AsPerson(StaffMember person) => Of(person, null, Roles.None);

    /// <summary>Stores further members of staff.</summary>
    public async Task<IReadOnlyList<StaffMember>> HirePeopleAsync(int count)
    {
        var hired = Enumerable.Range(1, count).Select(n => Given.Person(Trust.Id, $"Colleague {n}")).ToList();
        await Db.SaveAsync([.. hired]);
        return hired;
    }

    /// <summary>Stores a time that the champion offers.</summary>
    public Task<HelpSlot> OfferAsync(DateTimeOffset? startsAt = null, int minutes = 30, int capacity = 1) =>
        OfferAsync(Given.Offer(startsAt, minutes, capacity));

    /// <inheritdoc cref="OfferAsync(DateTimeOffset?, int, int)"/>
    public async Task<HelpSlot> OfferAsync(HelpSlotOffer offer)
    {
        var slot = Given.Slot(Champion, offer);
        await Db.SaveAsync(slot);
        return slot;
    }

    /// <summary>Came in a moment ago with a second factor. The account has the id of the person; none is stored.</summary>
    private static Actor Of(StaffMember person, ChampionId? champion, Roles roles) => new(person.Id, person.TrustId, champion, Roles.Staff | roles)
    {
        AccountId = new AccountId(person.Id.Value),
        ProvedAt = Given.Now,
        SecondFactorAt = Given.Now,
    };
}
