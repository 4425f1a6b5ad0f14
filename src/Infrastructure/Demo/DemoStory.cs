namespace Champions.Infrastructure.Demo;

/// <summary>Everything the demo tells, made in memory through the domain's own methods; the same for the same instant, bar the ids.</summary>
internal sealed class DemoStory
{
    private const int SeedOfNames = 2026;

    private DemoStory(DemoTime time, IReadOnlyList<DemoTrust> trusts)
    {
        Time = time;
        Trusts = trusts;
    }

    public DemoTime Time { get; }

    public IReadOnlyList<DemoTrust> Trusts { get; }

    public static async Task<DemoStory> MakeAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var time = new DemoTime(now);
        var names = Names.Shuffled(new Dice(SeedOfNames));
        var trusts = await PlacesMaker.MakeAsync(time, cancellationToken);
        foreach (var trust in trusts)
        {
            PeopleMaker.Make(trust, time, names);
            new TimesMaker(trust, time).Make();
            new SessionsMaker(trust, time).Make();
            new PersonasMaker(trust, time).Make();
        }

        return new DemoStory(time, trusts);
    }
}
