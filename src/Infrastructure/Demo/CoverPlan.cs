using Champions.Domain.Champions;
using Champions.Domain.Wards;

namespace Champions.Infrastructure.Demo;

/// <summary>Which champion looks after which wards: most wards have two or three, some hang on one person, some have nobody.</summary>
internal sealed class CoverPlan
{
    /// <summary>Champions without a ward, for the coordinator to assign.</summary>
    private const int WaitingForWard = 2;

    private readonly Dictionary<int, List<Ward>> wardsOf = [];
    private readonly List<Ward> nobody = [];

    private CoverPlan()
    {
    }

    public static CoverPlan For(DemoTrust trust)
    {
        var plan = new CoverPlan();
        var wards = trust.Dice.Shuffle(trust.Wards);
        plan.nobody.AddRange(wards.Take(trust.Plan.WardsWithNobody));
        var thin = wards.Skip(trust.Plan.WardsWithNobody).Take(trust.Plan.WardsWithOne);
        var covered = wards.Skip(trust.Plan.WardsWithNobody + trust.Plan.WardsWithOne);

        // From the champion with the button on: the well covered wards come first, so that two champions share each of them.
        var next = 0;
        foreach (var (ward, people) in covered.Select(w => (w, trust.Dice.Chance(35) ? 3 : 2)).Concat(thin.Select(w => (w, 1))).ToList())
        {
            for (var n = 0; n < people; n++)
            {
                var number = next++ % (trust.Plan.Champions - WaitingForWard);
                if (!plan.wardsOf.TryGetValue(number, out var own))
                {
                    plan.wardsOf[number] = own = [];
                }

                own.Add(ward);
            }
        }

        return plan;
    }

    public IReadOnlyList<Ward> WardsOf(int champion) => wardsOf.GetValueOrDefault(champion, []);

    /// <summary>One assignment that has ended, one that is still to come, one champion who pauses.</summary>
    public void Finish(DemoTrust trust, DemoTime time)
    {
        var busy = trust.Champions[^(WaitingForWard + 1)];
        var ended = busy.Assign(nobody[0].Id, time.FirstDay, until: null, time.FirstDay, time.SetUp).Value;
        _ = busy.EndAssignment(ended.Id, time.Today.AddDays(-6), time.Today.AddDays(-9));

        Champion waiting = trust.Champions[^1];
        _ = waiting.Assign(trust.Wards[^1].Id, time.Today.AddDays(7), until: null, time.Today, time.Now.AddDays(-1));
        trust.Champions[^2].Pause();
    }
}
