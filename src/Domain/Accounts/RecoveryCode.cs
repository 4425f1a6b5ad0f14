namespace Champions.Domain.Accounts;

/// <summary>Gets a person in, once, who has lost their authenticator app.</summary>
public sealed class RecoveryCode
{
    public const int HashBytes = 32;

    private RecoveryCode()
    {
    }

    internal RecoveryCode(AccountId account, byte[] hash)
    {
        AccountId = account;
        Hash = hash;
    }

    public AccountId AccountId { get; private init; }

    /// <summary>SHA-256 of the code, whose 120 random bits nobody can try out.</summary>
    public byte[] Hash { get; private init; } = [];

    public DateTimeOffset? UsedAt { get; private set; }

    internal void Use(DateTimeOffset now) => UsedAt = now;
}
