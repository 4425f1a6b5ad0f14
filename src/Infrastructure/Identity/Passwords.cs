using System.Threading.RateLimiting;
using Champions.Application.Abstractions;
using Champions.Application.Accounts;
using Champions.Domain.Common;
using Microsoft.AspNetCore.Identity;

namespace Champions.Infrastructure.Identity;

/// <summary>PBKDF2 with SHA-512 by ASP.NET Core Identity's hasher, two at a time.</summary>
internal sealed class Passwords(IPasswordHasher<Account> hasher) : IPasswords, IDisposable
{
    private const int AtOnce = 2;
    private const int Waiting = 20;

    private static readonly Account Nobody = Account.Open(null, null, "", "", Roles.None, DateTimeOffset.UnixEpoch);

    private readonly ConcurrencyLimiter limiter = new(
        new ConcurrencyLimiterOptions { PermitLimit = AtOnce, QueueLimit = Waiting, QueueProcessingOrder = QueueProcessingOrder.OldestFirst });

    private readonly Lazy<string> nobodysHash = new(() => hasher.HashPassword(Nobody, "no such person here"));

    public Task<Result<string>> HashAsync(string password, CancellationToken cancellationToken) =>
        WhenItIsOurTurnAsync(() => hasher.HashPassword(Nobody, password), cancellationToken);

    public Task<Result<bool>> MatchesAsync(string? hash, string password, CancellationToken cancellationToken) => WhenItIsOurTurnAsync(
        () => hasher.VerifyHashedPassword(Nobody, hash ?? nobodysHash.Value, password) != PasswordVerificationResult.Failed && hash is not null,
        cancellationToken);

    public void Dispose() => limiter.Dispose();

    /// <summary>On threads of their own: two hashes would hold both threads that a pool on two cores begins with, and every page behind them.</summary>
    private async Task<Result<T>> WhenItIsOurTurnAsync<T>(Func<T> work, CancellationToken cancellationToken)
    {
        using var turn = await limiter.AcquireAsync(1, cancellationToken);
        return turn.IsAcquired 
            ? await Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)
            : AccountErrors.Busy;
    }
}
