using System.Net;
using System.Net.Sockets;
using Champions.Application.Accounts;
using Champions.Domain.Common;

namespace Champions.Application.Entering;

/// <summary>
/// How often a secret may be tried: by account and by network, at each node. A try is taken before the secret is looked at and given back
/// when it was right, so only wrong ones count. Nobody is ever locked out: tries come back with time, a device that the account was used on
/// before has tries of its own, and strangers share one account's between them.
/// </summary>
public sealed class GuessLimits(TimeProvider clock)
{
    /// <summary>Above this, tries that nobody has spent are forgotten, which changes nothing.</summary>
    private const int TidyAbove = 10_000;

    private static readonly TimeSpan TidyAgain = TimeSpan.FromMinutes(10);

    // At once, and how long until one comes back. A whole hospital may stand behind one network address
    private static readonly Rate Password = new(10, TimeSpan.FromMinutes(1));
    private static readonly Rate SecondFactor = new(10, TimeSpan.FromMinutes(2));
    private static readonly Rate SetUp = new(10, TimeSpan.FromMinutes(1));
    private static readonly Rate Network = new(60, TimeSpan.FromSeconds(2));

    private readonly Dictionary<string, Bucket> buckets = new(StringComparer.Ordinal);
    private readonly Lock gate = new();
    private int tidyAt = TidyAbove;
    private DateTimeOffset tidiedAt;

    /// <summary>How many accounts, devices and networks have tries to wait for.</summary>
    public int Remembered
    {
        get
        {
            lock (gate)
            {
                return buckets.Count;
            }
        }
    }

    /// <param name="account">Null for an address that nobody has.</param>
    /// <param name="normalisedEmail">The address that was typed.</param>
    /// <param name="guesser">Who tries.</param>
    public Result<Guess> TryPassword(AccountId? account, string normalisedEmail, Guesser guesser) =>
        Take(Password, account is { } id ? guesser.DeviceOf(id) : null, $"password/{normalisedEmail}", guesser.Network);

    public Result<Guess> TrySecondFactor(AccountId account, Guesser guesser) =>
        Take(SecondFactor, guesser.DeviceOf(account), $"factor/{account.Value:N}", guesser.Network);

    /// <summary>There is one set-up code, so everybody shares its tries.</summary>
    public Result<Guess> TrySetUp(Guesser guesser) => Take(SetUp, null, "set-up", guesser.Network);

    private Result<Guess> Take(Rate rate, string? device, string account, string network)
    {
        (string Key, Rate Rate)[] wanted = device is not null
            ? [($"{account[..account.IndexOf('/', StringComparison.Ordinal)]}/device/{device}", rate)]
            : account == "set-up" ? [(account, rate)] : [($"network/{NetworkOf(network)}", Network), (account, rate)];
        var now = clock.GetUtcNow();
        lock (gate)
        {
            Tidy(now);
            var wait = wanted.Max(w => BucketOf(w.Key, w.Rate, now).Wait);
            if (wait > TimeSpan.Zero)
            {
                return AccountErrors.TooManyTries(wait);
            }

            foreach (var (key, _) in wanted)
            {
                buckets[key].Take();
            }
        }

        return new Guess(() => GiveBack(wanted.Select(w => w.Key)));
    }

    private void GiveBack(IEnumerable<string> keys)
    {
        lock (gate)
        {
            foreach (var key in keys)
            {
                buckets.GetValueOrDefault(key)?.GiveBack();
            }
        }
    }

    private Bucket BucketOf(string key, Rate rate, DateTimeOffset now)
    {
        if (!buckets.TryGetValue(key, out var bucket))
        {
            buckets[key] = bucket = new Bucket(rate, now);
        }

        bucket.Refill(now);
        return bucket;
    }

    private void Tidy(DateTimeOffset now)
    {
        if (buckets.Count < TidyAbove || (buckets.Count < tidyAt && now - tidiedAt < TidyAgain))
        {
            return;
        }

        tidiedAt = now;

        foreach (var (key, bucket) in buckets.ToList())
        {
            bucket.Refill(now);
            if (bucket.IsFull)
            {
                buckets.Remove(key);
            }
        }

        // Under a flood that leaves nothing to forget, looking again at every try would cost more than the memory
        tidyAt = Math.Max(TidyAbove, buckets.Count * 2);
    }

    /// <summary>Addresses of one customer: a single one, or the 64 bits that an IPv6 network begins with.</summary>
    private static string NetworkOf(string address)
    {
        if (!IPAddress.TryParse(address, out var parsed))
        {
            return address;
        }

        if (parsed.IsIPv4MappedToIPv6)
        {
            return parsed.MapToIPv4().ToString();
        }

        return parsed.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexString(parsed.GetAddressBytes().AsSpan(0, 8)) : parsed.ToString();
    }

    private sealed record Rate(int AtOnce, TimeSpan Every);

    private sealed class Bucket(Rate rate, DateTimeOffset start)
    {
        private double left = rate.AtOnce;
        private DateTimeOffset at = start;

        public bool IsFull => left >= rate.AtOnce;

        /// <summary>Zero when there is a try to take.</summary>
        public TimeSpan Wait => left >= 1 ? TimeSpan.Zero : (1 - left) * rate.Every;

        public void Refill(DateTimeOffset now)
        {
            // A clock that was set back gives nothing and takes nothing
            left = Math.Min(rate.AtOnce, left + (Math.Max(0, (now - at).Ticks) / (double)rate.Every.Ticks));
            at = now;
        }

        public void Take() => left--;

        public void GiveBack() => left = Math.Min(rate.AtOnce, left + 1);
    }
}

/// <summary>A try that was taken.</summary>
public sealed class Guess(Action giveBack)
{
    /// <summary>The secret was right, or was not looked at: the try does not count.</summary>
    public void GiveBack() => giveBack();
}
