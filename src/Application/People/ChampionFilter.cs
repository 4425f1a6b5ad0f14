using Champions.Domain.Champions;

namespace Champions.Application.People;

/// <summary>What a champion has done lately.</summary>
public enum Activity
{
    /// <summary>Logged a session in the last 60 days, whatever their status is now.</summary>
    Active,

    /// <summary>Has an active role and logged no session in that time. Somebody who is paused is not expected to.</summary>
    Quiet,
}

public enum ChampionSort
{
    Name,
    LastSession,
}

/// <summary>Which champions to list, and in which order.</summary>
/// <param name="Search">Words of the name.</param>
/// <param name="Status">With this status only.</param>
/// <param name="System">Who know this system.</param>
/// <param name="Ward">Who look after this ward today.</param>
/// <param name="Site">Who work at this site or look after one of its wards today.</param>
/// <param name="Activity">What they have done lately.</param>
/// <param name="Sort">Order.</param>
/// <param name="Descending">The other way round.</param>
public sealed record ChampionFilter(
    string? Search = null,
    ChampionStatus? Status = null,
    DigitalSystemId? System = null,
    WardId? Ward = null,
    SiteId? Site = null,
    Activity? Activity = null,
    ChampionSort Sort = ChampionSort.Name,
    bool Descending = false);
