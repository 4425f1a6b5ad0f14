namespace Champions.Domain.Champions;

public enum ChampionStatus
{
    Applied,
    AwaitingManager,
    Active,
    Paused,
    SteppedDown,
    Declined,
}
