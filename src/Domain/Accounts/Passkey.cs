namespace Champions.Domain.Accounts;

/// <summary>A passkey (WebAuthn credential) of an account: signing in with it proves the device and the person.</summary>
public sealed class Passkey
{
    public const int Most = 10;
    public const int NameMax = 60;
    public const int CredentialIdMax = 1024;

    private Passkey()
    {
    }

    public Passkey(AccountId account, byte[] credentialId, string name, DateTimeOffset madeAt)
    {
        AccountId = account;
        CredentialId = credentialId;
        Name = name;
        MadeAt = madeAt;
    }

    public byte[] CredentialId { get; private init; } = [];

    public AccountId AccountId { get; private init; }

    /// <summary>What the person calls it, for example "My phone".</summary>
    public string Name { get; private set; } = "";

    public DateTimeOffset MadeAt { get; private init; }

    public DateTimeOffset? LastUsedAt { get; private set; }

    /// <summary>COSE key.</summary>
    public byte[] PublicKey { get; set; } = [];

    /// <summary>Grows with each use on devices that count; a step back betrays a copy.</summary>
    public long SignCount { get; set; }

    /// <summary>Comma separated, as the browser named them.</summary>
    public string Transports { get; set; } = "";

    public bool IsUserVerified { get; set; }

    public bool IsBackupEligible { get; set; }

    public bool IsBackedUp { get; set; }

    public byte[] AttestationObject { get; set; } = [];

    public byte[] ClientDataJson { get; set; } = [];

    public void Rename(string name) => Name = name;

    public void Used(DateTimeOffset now) => LastUsedAt = now;
}
