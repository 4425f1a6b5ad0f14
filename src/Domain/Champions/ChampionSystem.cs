namespace Champions.Domain.Champions;

/// <summary>A digital system that a champion knows.</summary>
public sealed class ChampionSystem
{
    internal ChampionSystem(ChampionId championId, DigitalSystemId digitalSystemId)
    {
        ChampionId = championId;
        DigitalSystemId = digitalSystemId;
    }

    public ChampionId ChampionId { get; private set; }

    public DigitalSystemId DigitalSystemId { get; private set; }
}
