namespace Champions.Domain.Trusts;

/// <summary>The part of work addresses behind the @ that belongs to one trust alone: a new person with such an address joins it.</summary>
public sealed class TrustDomain
{
    public const int DomainMax = 100;

    private TrustDomain()
    {
    }

    internal TrustDomain(TrustId trust, string domain)
    {
        TrustId = trust;
        Domain = domain;
    }

    /// <summary>In small letters; unique in the installation.</summary>
    public string Domain { get; private init; } = "";

    public TrustId TrustId { get; private init; }
}
