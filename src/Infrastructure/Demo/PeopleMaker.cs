using Champions.Domain.Champions;
using Champions.Domain.Staff;
using Champions.Domain.Wards;

namespace Champions.Infrastructure.Demo;

/// <summary>Makes invented people and lets some of them be champions who look after wards.</summary>
internal static class PeopleMaker
{
    private static readonly IReadOnlyList<(StaffGroup, int)> Groups =
    [
        (StaffGroup.NursingAndMidwiferyRegistered, 38), (StaffGroup.AdditionalClinicalServices, 20), (StaffGroup.AdministrativeAndClerical, 14),
        (StaffGroup.MedicalAndDental, 12), (StaffGroup.AlliedHealthProfessionals, 8), (StaffGroup.AdditionalProfessionalScientificAndTechnical, 4),
        (StaffGroup.HealthcareScientists, 2), (StaffGroup.EstatesAndAncillary, 1), (StaffGroup.Students, 1),
    ];

    private static readonly IReadOnlyList<(StaffGroup, int)> ChampionGroups = [.. Groups.Take(5)];

    public static void Make(DemoTrust trust, DemoTime time, IEnumerator<string> names)
    {
        var cover = CoverPlan.For(trust);
        var personas = trust.Plan.Personas.OrderByDescending(p => p.IsChampion).ToList();
        for (var number = 0; number < trust.Plan.Champions; number++)
        {
            var wards = cover.WardsOf(number);
            var home = wards.Count > 0 ? wards[0] : trust.Dice.Pick(trust.Wards);
            var person = number < personas.Count && personas[number].IsChampion
                ? Join(trust, personas[number], home, time)
                : Join(trust, Next(names), trust.Dice.Pick(ChampionGroups), home, time);
            trust.Champions.Add(Agree(trust, person, wards, time));
        }

        foreach (var persona in personas.Where(p => !p.IsChampion))
        {
            Join(trust, persona, trust.Wards[0], time);
        }

        while (trust.People.Count < trust.Plan.Staff)
        {
            var ward = trust.Dice.Chance(90) ? trust.Dice.Pick(trust.Wards) : null;
            trust.Colleagues.Add(Join(trust, Next(names), trust.Dice.Pick(Groups), ward, time));
        }

        cover.Finish(trust, time);
    }

    private static StaffMember Join(DemoTrust trust, PersonaPlan persona, Ward ward, DemoTime time) =>
        Join(trust, persona.Name, $"{persona.Mailbox}@{trust.Plan.Domain}", persona.Group, ward, time);

    private static StaffMember Join(DemoTrust trust, string name, StaffGroup group, Ward? ward, DemoTime time) =>
        Join(trust, name, $"{name.Replace(' ', '.').ToLowerInvariant()}@{trust.Plan.Domain}", group, ward, time);

    private static StaffMember Join(DemoTrust trust, string name, string email, StaffGroup group, Ward? ward, DemoTime time)
    {
        var person = StaffMember.Join(trust.Trust.Id, name, email, group, ward?.Id, time.SetUp).Value;
        trust.People.Add(person);
        return person;
    }

    private static Champion Agree(DemoTrust trust, StaffMember person, IReadOnlyList<Ward> wards, DemoTime time)
    {
        var champion = Champion.Agree(trust.Trust.Id, person.Id, time.FirstDay.AddDays(-trust.Dice.Between(1, 12)), time.SetUp);
        champion.Learn(trust.Systems[0].Id);
        foreach (var system in trust.Dice.Shuffle(trust.Systems.Skip(1)).Take(trust.Dice.Between(1, 2)))
        {
            champion.Learn(system.Id);
        }

        foreach (var ward in wards)
        {
            _ = champion.Assign(ward.Id, time.FirstDay, until: null, time.FirstDay, time.SetUp).Value;
        }

        return champion;
    }

    private static string Next(IEnumerator<string> names) =>
        names.MoveNext() ? names.Current : throw new InvalidOperationException("The demo has more people than invented names.");
}
