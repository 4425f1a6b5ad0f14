namespace Champions.Domain.Trusts;

/// <summary>One row of an ODS trust file, already checked.</summary>
public sealed record TrustRecord(
    string Code,
    string OdsName,
    string Name,
    string Region,
    string Icb,
    string Address,
    string Postcode,
    string Telephone,
    DateOnly OpenedOn,
    DateOnly? ClosedOn);
