using System.Security.Cryptography;
using Champions.Domain.Common;

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

    /// <param name="account">Whose it is.</param>
    /// <param name="credentialId">As the device made it up.</param>
    /// <param name="name">See <see cref="TidyName"/>.</param>
    /// <param name="madeAt">Instant of adding.</param>
    public Passkey(AccountId account, byte[] credentialId, string name, DateTimeOffset madeAt)
    {
        AccountId = account;
        CredentialId = credentialId;
        Name = name;
        MadeAt = madeAt;
    }

    public byte[] CredentialId { get; private init; } = [];

    /// <summary>Names the passkey in addresses of pages: the credential's own id may be a kilobyte long.</summary>
    public Guid Handle => HandleOf(CredentialId);

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

    public static Guid HandleOf(byte[] credentialId) => new(SHA256.HashData(credentialId).AsSpan(0, 16));

    /// <summary>The name as it is stored, when it may be.</summary>
    public static Result<string> TidyName(string? typed)
    {
        var name = Text.Tidy(typed);
        return name is null ? PasskeyErrors.NameMissing
            : FreeText.Check(name, NameMax, "The name") is { } error ? error
            : name;
    }

    public void Rename(string name) => Name = name;

    /// <summary>Its person came in with it.</summary>
    /// <param name="signCount">What the device counts now.</param>
    /// <param name="isBackedUp">Whether a copy is kept elsewhere now.</param>
    /// <param name="now">Instant of use.</param>
    public void Used(long signCount, bool isBackedUp, DateTimeOffset now)
    {
        SignCount = signCount;
        IsBackedUp = isBackedUp;
        LastUsedAt = now;
    }
}
