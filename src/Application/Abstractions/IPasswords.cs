using Champions.Domain.Common;

namespace Champions.Application.Abstractions;

/// <summary>
/// Slow hashing of passwords. Few run at once and few wait, so that a storm of log-ins leaves the processor to everybody else; who finds
/// the queue full gets <see cref="ErrorKind.TooMany"/>.
/// </summary>
public interface IPasswords
{
    Task<Result<string>> HashAsync(string password, CancellationToken cancellationToken);

    /// <param name="hash">Null for somebody without a password: takes as long as for anybody else and is false.</param>
    /// <param name="password">As typed.</param>
    /// <param name="cancellationToken">Gives up the place in the queue.</param>
    Task<Result<bool>> MatchesAsync(string? hash, string password, CancellationToken cancellationToken);
}
