using Champions.Application.Accounts;
using Champions.Domain.Accounts;
using Champions.Infrastructure.Identity;
using Microsoft.AspNetCore.Identity;

namespace Champions.Infrastructure.Tests.Identity;

public sealed class PasswordsTests
{
    [Fact]
    public async Task Two_hashes_run_at_once_twenty_wait_and_the_next_is_told_to_come_back()
    {
        using var gate = new SlowHasher();
        using var passwords = new Passwords(gate);

        var asked = Enumerable.Range(0, 200).Select(_ => passwords.HashAsync("violet kettle marsh", CancellationToken.None)).ToList();

        await Poll.UntilAsync(() => gate.Running == 2, "two hashes to run");
        var refused = asked.Where(a => a.IsCompleted).Select(a => a.Result.Error).ToList();
        refused.Should().HaveCount(178).And.AllBeEquivalentTo(AccountErrors.Busy);
        AccountErrors.Busy.Wait.Should().Be(TimeSpan.FromSeconds(30));
        gate.Open();
        (await Task.WhenAll(asked)).Count(a => a.IsSuccess).Should().Be(22);
        gate.MostAtOnce.Should().Be(2);
    }

    [Fact]
    public async Task Somebody_who_goes_away_gives_up_their_place()
    {
        using var gate = new SlowHasher();
        using var passwords = new Passwords(gate);
        using var gone = new CancellationTokenSource();
        var running = Enumerable.Range(0, 2).Select(_ => passwords.HashAsync("violet kettle marsh", CancellationToken.None)).ToList();
        var waiting = Enumerable.Range(0, 20).Select(_ => passwords.HashAsync("violet kettle marsh", gone.Token)).ToList();
        (await passwords.HashAsync("violet kettle marsh", CancellationToken.None)).Error.Should().Be(AccountErrors.Busy);

        await gone.CancelAsync();
        var all = Task.WhenAll(waiting);
        await all.Invoking(a => a).Should().ThrowAsync<OperationCanceledException>();
        var next = passwords.HashAsync("violet kettle marsh", CancellationToken.None);
        next.IsCompleted.Should().BeFalse("it waits its turn");
        gate.Open();

        (await next).IsSuccess.Should().BeTrue();
        await Task.WhenAll(running);
    }

    [Fact]
    public async Task Nobodys_password_is_hashed_as_well_and_never_matches()
    {
        using var gate = new SlowHasher();
        gate.Open();
        using var passwords = new Passwords(gate);

        var matches = await passwords.MatchesAsync(null, "no such person here", CancellationToken.None);

        matches.Value.Should().BeFalse();
        gate.Verified.Should().Be(1);
    }

    /// <summary>Holds every hash until the gate is opened, and counts.</summary>
    private sealed class SlowHasher : IPasswordHasher<Account>, IDisposable
    {
        private readonly ManualResetEventSlim open = new();
        private int running;
        private int most;

        public int Running => Volatile.Read(ref running);

        public int MostAtOnce => Volatile.Read(ref most);

        public int Verified { get; private set; }

        public void Open() => open.Set();

        public string HashPassword(Account user, string password)
        {
            var now = Interlocked.Increment(ref running);
            InterlockedMax(now);
            open.Wait(TimeSpan.FromSeconds(60));
            Interlocked.Decrement(ref running);
            return "hash";
        }

        public PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword)
        {
            Verified++;
            return PasswordVerificationResult.Success;
        }

        public void Dispose() => open.Dispose();

        private void InterlockedMax(int seen)
        {
            for (var known = most; seen > known; known = Volatile.Read(ref most))
            {
                Interlocked.CompareExchange(ref most, seen, known);
            }
        }
    }
}
