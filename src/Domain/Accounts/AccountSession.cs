using Champions.Domain.Common;

namespace Champions.Domain.Accounts;

/// <summary>One device that is signed in. The cookie only names the row: ending the row ends the session, wherever its cookie went.</summary>
public sealed class AccountSession : Aggregate<AccountSessionId>
{
    public const int DeviceMax = 120;
    public const int NetworkMax = 45;

    /// <summary>Without a request for so long, a session on a shared computer is over.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);

    /// <summary>A session on a shared computer never lasts longer.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    /// <summary>The same on somebody's own phone, where the trust permits it.</summary>
    public static readonly TimeSpan IdleOnOwnPhone = TimeSpan.FromHours(20);

    /// <summary>A phone of one's own asks for the log-in again after so long, however much it is used.</summary>
    public static readonly TimeSpan LongestOnOwnPhone = TimeSpan.FromDays(7);

    /// <summary>For so long after proving who they are, a person may do what needs a fresh sign-in.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromMinutes(15);

    /// <summary>How exactly the last use is known; saves a write on most requests.</summary>
    public static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(1);

    private AccountSession()
    {
    }

    public AccountId AccountId { get; private init; }

    /// <summary>The account's trust, for the audit trail.</summary>
    public TrustId? TrustId { get; private init; }

    /// <summary>The account's <see cref="Account.SessionGeneration"/> when the session began.</summary>
    public int Generation { get; private init; }

    public SignInMethod Method { get; private init; }

    public DateTimeOffset StartedAt { get; private init; }

    /// <summary>To within <see cref="SeenEvery"/>.</summary>
    public DateTimeOffset LastSeenAt { get; private init; }

    /// <summary>When the person last proved who they are in this session.</summary>
    public DateTimeOffset ProvedAt { get; private set; }

    /// <summary>When the person last gave a second factor in this session; null for never.</summary>
    public DateTimeOffset? SecondFactorAt { get; private set; }

    public bool IsOwnPhone { get; private init; }

    /// <summary>What the browser says it is, in a few words of ours.</summary>
    public string Device { get; private init; } = "";

    /// <summary>Network address at the start.</summary>
    public string Network { get; private init; } = "";

    public DateTimeOffset? EndedAt { get; private set; }

    public static AccountSession Start(Account account, SessionStart start, DateTimeOffset now) => new()
    {
        Id = Common.Id.New<AccountSessionId>(now),
        AccountId = account.Id,
        TrustId = account.TrustId,
        Generation = account.SessionGeneration,
        Method = start.Method,
        StartedAt = now,
        LastSeenAt = now,
        ProvedAt = now,
        SecondFactorAt = start.WithSecondFactor ? now : null,
        IsOwnPhone = start.IsOwnPhone,
        Device = start.Device.Length > DeviceMax ? start.Device[..DeviceMax] : start.Device,
        Network = start.Network.Length > NetworkMax ? start.Network[..NetworkMax] : start.Network,
    };

    /// <summary>Whether a session with these marks still lets its person in.</summary>
    public static bool IsLive(DateTimeOffset? endedAt, DateTimeOffset startedAt, DateTimeOffset lastSeenAt, bool isOwnPhone, DateTimeOffset now) =>
        endedAt is null
        && now - lastSeenAt < (isOwnPhone ? IdleOnOwnPhone : Idle)
        && now - startedAt < (isOwnPhone ? LongestOnOwnPhone : Longest);

    /// <summary>When a session with these marks ends by itself.</summary>
    public static SessionEnds Ends(DateTimeOffset startedAt, DateTimeOffset lastSeenAt, bool isOwnPhone) => new(
        lastSeenAt + (isOwnPhone ? IdleOnOwnPhone : Idle), startedAt + (isOwnPhone ? LongestOnOwnPhone : Longest), isOwnPhone);

    /// <summary>The person has proved again who they are.</summary>
    public void Prove(bool withSecondFactor, DateTimeOffset now)
    {
        ProvedAt = now;
        SecondFactorAt = withSecondFactor ? now : SecondFactorAt;
    }

    public void End(DateTimeOffset now) => EndedAt ??= now;
}

/// <param name="Unused">The end unless there is a request before.</param>
/// <param name="Latest">The end however much it is used.</param>
/// <param name="IsOwnPhone">It is on somebody's own phone, and their trust permits it.</param>
public sealed record SessionEnds(DateTimeOffset Unused, DateTimeOffset Latest, bool IsOwnPhone);

/// <summary>What is known when a session begins.</summary>
/// <param name="Method">How the person proved who they are.</param>
/// <param name="WithSecondFactor">They gave a second factor as well; a passkey counts as both.</param>
/// <param name="IsOwnPhone">They said that the device is their own, and their trust permits it.</param>
/// <param name="Device">For the list of devices, for example "Chrome on Windows".</param>
/// <param name="Network">Network address.</param>
public sealed record SessionStart(SignInMethod Method, bool WithSecondFactor, bool IsOwnPhone, string Device, string Network);
