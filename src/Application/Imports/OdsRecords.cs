using Champions.Domain.Trusts;

namespace Champions.Application.Imports;

/// <summary>Turns a row as published into what the domain takes, with names and addresses as people write them.</summary>
public static class OdsRecords
{
    /// <summary>What fits into the address of a trust or site: fewer characters than five lines could have.</summary>
    public const int AddressMax = 400;

    public static TrustRecord ToTrust(OdsRow row) => new(
        row.Code,
        row.Name,
        OdsNames.ToDisplay(row.Name),
        row.Region,
        row.Icb,
        AddressOf(row),
        row.Postcode,
        row.Telephone,
        row.OpenedOn,
        row.ClosedOn);

    public static SiteRecord ToSite(OdsRow row) => new(
        row.Code,
        row.Name,
        OdsNames.ToDisplay(row.Name),
        AddressOf(row),
        row.Postcode,
        row.OpenedOn,
        row.ClosedOn);

    /// <summary>Rows that are well formed and yet do not fit.</summary>
    public static IEnumerable<ImportProblem> Problems(IEnumerable<OdsRow> rows) => rows
        .Where(row => AddressOf(row).Length > AddressMax)
        .Select(row => new ImportProblem(row.Row, $"The address of {row.Code} is longer than {AddressMax} characters."));

    private static string AddressOf(OdsRow row) => string.Join(", ", row.AddressLines.Select(OdsNames.ToDisplay));
}
