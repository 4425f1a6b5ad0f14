using System.Security.Cryptography;
using System.Text;

namespace Champions.Domain.Accounts;

/// <summary>Who an identity provider says somebody is: issuer and subject, never the email address, which can be given to another person.</summary>
public sealed class ExternalLogin
{
    public const int IssuerMax = 300;
    public const int SubjectMax = 255;

    private ExternalLogin()
    {
    }

    public ExternalLogin(AccountId account, string issuer, string subject, DateTimeOffset madeAt)
    {
        AccountId = account;
        Issuer = issuer;
        Subject = subject;
        MadeAt = madeAt;
    }

    public string Issuer { get; private init; } = "";

    public string Subject { get; private init; } = "";

    public AccountId AccountId { get; private init; }

    public DateTimeOffset MadeAt { get; private init; }

    /// <summary>Names the link in forms.</summary>
    public Guid Handle => new(SHA256.HashData(Encoding.UTF8.GetBytes($"{Issuer}\n{Subject}")).AsSpan(0, 16));
}
