namespace Champions.Domain.Common;

/// <summary>A row that belongs to one trust and must never be seen by another.</summary>
public interface ITrustOwned
{
    TrustId TrustId { get; }
}
