using Champions.Application.Imports;
using Champions.Domain.Systems;
using Champions.Domain.Trusts;
using Champions.Domain.Wards;

namespace Champions.Infrastructure.Demo;

/// <summary>Makes trusts, sites and wards from the real places, and what each trust lists for its forms.</summary>
internal static class PlacesMaker
{
    public static async Task<IReadOnlyList<DemoTrust>> MakeAsync(DemoTime time, CancellationToken cancellationToken)
    {
        var trusts = (await DemoFiles.TrustsAsync(cancellationToken)).ToDictionary(t => t.Code);
        var sites = await DemoFiles.SitesAsync(cancellationToken);
        var wards = DemoFiles.Wards();
        return [.. DemoPlan.Trusts.Select(plan => Make(plan, OdsRecords.ToTrust(trusts[plan.Code]), sites, wards, time))];
    }

    private static DemoTrust Make(
        TrustPlan plan,
        TrustRecord record,
        IReadOnlyList<OdsRow> sites,
        IReadOnlyList<(string Site, string Code, string Specialty, string Name)> wards,
        DemoTime time)
    {
        var then = time.SetUp;
        var made = new DemoTrust(plan, Trust.FromOds(record, then), new Dice(plan.Seed));
        _ = made.Trust.BringIn(time.FirstDay);
        _ = made.Trust.AddDomain(plan.Domain);
        made.Sites.AddRange(sites.Where(s => s.Code.StartsWith(plan.Code, StringComparison.Ordinal))
            .Select(s => Site.FromOds(made.Trust.Id, OdsRecords.ToSite(s), then)));
        made.Wards.AddRange(
            from ward in wards
            join site in made.Sites on ward.Site equals site.Code
            select Ward.Open(made.Trust.Id, site.Id, ward.Code, ward.Name, ward.Specialty, then).Value);
        made.Systems.AddRange(DemoPlan.Systems.Select(name => DigitalSystem.Add(made.Trust.Id, name, then).Value));
        made.Topics.AddRange(DemoPlan.Topics.Select((name, at) => SupportTopic.Add(made.Trust.Id, name, at + 1, then).Value));
        return made;
    }
}
