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
    private static readonly Rate Code = new(10, TimeSpan.FromMinutes(1));
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
        Take("password", Password, account, guesser, normalisedEmail);

    public Result<Guess> TrySecondFactor(AccountId account, Guesser guesser) =>
        Take("factor", SecondFactor, account, guesser, account.Value.ToString("N"));

    /// <summary>Codes of emails have few tries each and are few: only the network that tries many of them is held up.</summary>
    /// <param name="account">Of the address the code was sent to; null when nobody has it.</param>
    /// <param name="guesser">Who tries.</param>
    public Result<Guess> TryCode(AccountId? account, Guesser guesser) => Take("code", Code, account, guesser, secret: null);

    /// <summary>There is one set-up code, so everybody shares its tries.</summary>
    public Result<Guess> TrySetUp() => Take([("set-up", SetUp)]);

    /// <param name="kind">Of secret.</param>
    /// <param name="rate">Of tries on it.</param>
    /// <param name="account">Whose, if anybody's.</param>
    /// <param name="guesser">Who tries.</param>
    /// <param name="secret">Names the one secret that everybody shares the tries of; null when it looks after itself.</param>
    private Result<Guess> Take(string kind, Rate rate, AccountId? account, Guesser guesser, string? secret)
    {
        if (account is { } id && guesser.DeviceOf(id) is { } device)
        {
            return Take([($"{kind}/device/{device}", rate)]);
        }

        (string Key, Rate Rate) network = ($"network/{NetworkNumber.Of(guesser.Network)}", Network);
        return Take(secret is null ? [network] : [network, ($"{kind}/{secret}", rate)]);
    }

    private Result<Guess> Take((string Key, Rate Rate)[] wanted)
    {
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
