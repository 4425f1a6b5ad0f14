using Champions.Domain.Champions;

namespace Champions.Application.Wording;

/// <summary>Where a champion's role stands, as people read it.</summary>
public static class ChampionStatusWords
{
    public static string Of(ChampionStatus status) => status switch
    {
        ChampionStatus.Applied => "Applied",
        ChampionStatus.AwaitingManager => "Awaiting manager",
        ChampionStatus.Active => "Active",
        ChampionStatus.Paused => "Paused",
        ChampionStatus.SteppedDown => "Stepped down",
        ChampionStatus.Declined => "Declined",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "A champion's status without words."),
    };
}
