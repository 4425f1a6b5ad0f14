namespace Champions.Domain.Trusts;

/// <summary>One row of an ODS site file, already checked.</summary>
public sealed record SiteRecord(
    string Code,
    string OdsName,
    string Name,
    string Address,
    string Postcode,
    DateOnly OpenedOn,
    DateOnly? ClosedOn);
