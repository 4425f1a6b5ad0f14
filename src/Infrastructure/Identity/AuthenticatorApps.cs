using System.Buffers.Binary;
using System.Security.Cryptography;
using Champions.Application.Abstractions;
using Microsoft.AspNetCore.DataProtection;
using OtpNet;

namespace Champions.Infrastructure.Identity;

/// <summary>RFC 6238 as every app does it: SHA-1, six digits, 30 seconds. Keys are encrypted for their account and no other.</summary>
internal sealed class AuthenticatorApps(IDataProtectionProvider protection, TimeProvider clock) : IAuthenticatorApps
{
    private const string Issuer = "Champions";
    private const int KeyBytes = 20;
    private const int Digits = 6;

    /// <summary>A phone may be half a minute slow or fast.</summary>
    private static readonly VerificationWindow OneEachSide = new(previous: 1, future: 1);

    private static readonly TimeSpan OfferLife = TimeSpan.FromHours(1);

    public AuthenticatorOffer Offer(AccountId account, string email)
    {
        var content = new byte[sizeof(long) + KeyBytes];
        BinaryPrimitives.WriteInt64LittleEndian(content, clock.GetUtcNow().UtcTicks);
        RandomNumberGenerator.Fill(content.AsSpan(sizeof(long)));
        return Of(Convert.ToBase64String(ForOffer(account).Protect(content)), content[sizeof(long)..], email);
    }

    public AuthenticatorOffer? Reopen(AccountId account, string email, string sealedKey) =>
        Open(account, sealedKey) is { } key ? Of(sealedKey, key, email) : null;

    public (string StoredKey, long Step)? Confirm(AccountId account, string sealedKey, string code) =>
        Open(account, sealedKey) is { } key && StepOf(key, code) is { } step
            ? (Convert.ToBase64String(ForStorage(account).Protect(key)), step)
            : null;

    public long? StepOf(AccountId account, string storedKey, string code) =>
        StepOf(ForStorage(account).Unprotect(Convert.FromBase64String(storedKey)), code);

    private static AuthenticatorOffer Of(string sealedKey, byte[] key, string email)
    {
        var words = Base32Encoding.ToString(key).TrimEnd('=');
        var address = $"otpauth://totp/{Issuer}:{Uri.EscapeDataString(email)}?secret={words}&issuer={Issuer}&algorithm=SHA1&digits={Digits}&period=30";
        return new AuthenticatorOffer(sealedKey, string.Join(' ', words.Chunk(4).Select(part => new string(part))), address);
    }

    private long? StepOf(byte[] key, string code) =>
        code.Length == Digits && code.All(char.IsAsciiDigit)
        && new Totp(key, mode: OtpHashMode.Sha1, totpSize: Digits).VerifyTotp(clock.GetUtcNow().UtcDateTime, code, out var step, OneEachSide)
            ? step
            : null;

    private byte[]? Open(AccountId account, string sealedKey)
    {
        try
        {
            var content = ForOffer(account).Unprotect(Convert.FromBase64String(sealedKey));
            var age = clock.GetUtcNow().UtcTicks - BinaryPrimitives.ReadInt64LittleEndian(content);
            return age <= OfferLife.Ticks ? content[sizeof(long)..] : null;
        }
        catch (Exception fault) when (fault is CryptographicException or FormatException)
        {
            return null;
        }
    }

    private IDataProtector ForOffer(AccountId account) => protection.CreateProtector("Champions.Authenticator.Offer", account.Value.ToString("N"));

    private IDataProtector ForStorage(AccountId account) => protection.CreateProtector("Champions.Authenticator", account.Value.ToString("N"));
}
