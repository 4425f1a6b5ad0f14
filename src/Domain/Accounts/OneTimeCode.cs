using System.Security.Cryptography;
using Champions.Domain.Common;

namespace Champions.Domain.Accounts;

/// <summary>
/// A code and a link that were sent to an address, to be used once. Only hashes are kept. The code is good for the browser that asked
/// for it alone, which knows the row; the link for whoever reads the email.
/// </summary>
public sealed class OneTimeCode : Aggregate<OneTimeCodeId>
{
    public const int Tries = 5;
    public const int HashBytes = 32;

    /// <summary>How long the six digits may be typed, and how long the link to log in works.</summary>
    public static readonly TimeSpan CodeLife = TimeSpan.FromMinutes(10);

    /// <summary>How long the link to set a new password works.</summary>
    public static readonly TimeSpan ResetLife = TimeSpan.FromHours(1);

    private OneTimeCode()
    {
    }

    public CodePurpose Purpose { get; private init; }

    public string Email { get; private init; } = "";

    public string NormalisedEmail { get; private init; } = "";

    /// <summary>Hash of the six digits, keyed with a secret outside the database; empty when only the link counts.</summary>
    public byte[] CodeHash { get; private init; } = [];

    /// <summary>SHA-256 of the link's 256 random bits.</summary>
    public byte[] LinkHash { get; private init; } = [];

    public DateTimeOffset MadeAt { get; private init; }

    public DateTimeOffset ExpiresAt { get; private init; }

    public int TriesLeft { get; private set; }

    public DateTimeOffset? UsedAt { get; private set; }

    /// <param name="purpose">What it lets its reader do.</param>
    /// <param name="email">Where it was sent.</param>
    /// <param name="codeHash">See <see cref="CodeHash"/>.</param>
    /// <param name="linkHash">See <see cref="LinkHash"/>.</param>
    /// <param name="now">Instant of sending.</param>
    public static OneTimeCode For(CodePurpose purpose, string email, byte[] codeHash, byte[] linkHash, DateTimeOffset now) => new()
    {
        Id = Common.Id.New<OneTimeCodeId>(now),
        Purpose = purpose,
        Email = email.Trim(),
        NormalisedEmail = Text.Normalise(email),
        CodeHash = codeHash,
        LinkHash = linkHash,
        MadeAt = now,
        ExpiresAt = now + (purpose == CodePurpose.SignIn ? CodeLife : ResetLife),
        TriesLeft = Tries,
    };

    /// <summary>
    /// For what needs no row until it is used: the row that takes its place when it is. A second use finds the hash taken.
    /// </summary>
    /// <param name="purpose">What was used.</param>
    /// <param name="hash">Tells it from all others.</param>
    /// <param name="life">After so long it could not be used anyway, and the row may go.</param>
    /// <param name="now">Instant of use.</param>
    public static OneTimeCode UsedUp(CodePurpose purpose, byte[] hash, TimeSpan life, DateTimeOffset now) => new()
    {
        Id = Common.Id.New<OneTimeCodeId>(now),
        Purpose = purpose,
        LinkHash = hash,
        MadeAt = now,
        ExpiresAt = now + life,
        UsedAt = now,
    };

    public bool IsUsable(DateTimeOffset now) => UsedAt is null && TriesLeft > 0 && now < ExpiresAt;

    /// <summary>Uses the code up when it is the right one; a wrong one costs a try.</summary>
    public bool TryCode(byte[] hash, DateTimeOffset now)
    {
        if (!IsUsable(now) || CodeHash.Length == 0)
        {
            return false;
        }

        if (!CryptographicOperations.FixedTimeEquals(CodeHash, hash))
        {
            TriesLeft--;
            return false;
        }

        UsedAt = now;
        return true;
    }

    /// <summary>Another one that was sent to the same reader has been used.</summary>
    public void Void(DateTimeOffset now) => UsedAt ??= now;

    /// <summary>Uses the link up. Tries of the code do not spoil the link.</summary>
    public bool TryLink(byte[] hash, DateTimeOffset now)
    {
        if (UsedAt is not null || now >= ExpiresAt || !CryptographicOperations.FixedTimeEquals(LinkHash, hash))
        {
            return false;
        }

        UsedAt = now;
        return true;
    }
}
