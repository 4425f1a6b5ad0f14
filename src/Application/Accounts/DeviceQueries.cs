using Champions.Application.Abstractions;

namespace Champions.Application.Accounts;

/// <summary>The devices on which somebody is logged in, for themselves.</summary>
public sealed class DeviceQueries(IChampionsDb db, IPeopleInReach reach, TimeProvider clock)
{
    /// <summary>The one in use first, then by last use.</summary>
    public async Task<IReadOnlyList<DeviceRow>> ListAsync(Actor actor, CancellationToken cancellationToken)
    {
        var live = await db.LiveSessionsAsync(reach, actor.AccountId, actor, clock.GetUtcNow(), cancellationToken);
        return
        [
            .. live.Select(s => new DeviceRow(s.Id.Value, s.Device, s.Network, s.Method, s.StartedAt, s.LastSeenAt, s.IsOwnPhone, s.Id == actor.SessionId))
                .OrderByDescending(d => d.IsThis),
        ];
    }
}

/// <param name="Id">Of the session.</param>
/// <param name="Device">For example "Chrome on Windows".</param>
/// <param name="Network">Network address at the start.</param>
/// <param name="Method">How the person logged in.</param>
/// <param name="StartedAt">When.</param>
/// <param name="LastSeenAt">Last use, to within a minute.</param>
/// <param name="IsOwnPhone">They said so, and their trust permits it.</param>
/// <param name="IsThis">The one that asks.</param>
public sealed record DeviceRow(
    Guid Id, string Device, string Network, SignInMethod Method, DateTimeOffset StartedAt, DateTimeOffset LastSeenAt, bool IsOwnPhone, bool IsThis);
