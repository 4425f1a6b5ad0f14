namespace Champions.Domain.Common;

/// <summary>Something that happened, in the past tense and with ids only.</summary>
public abstract record DomainEvent(TrustId TrustId);
