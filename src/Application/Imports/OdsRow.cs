namespace Champions.Application.Imports;

/// <summary>One organisation of an Organisation Data Service file, as published: names and addresses in capitals.</summary>
/// <param name="Row">Line of the file, from 1.</param>
/// <param name="Region">Code of the NHS England region; may be empty.</param>
/// <param name="Icb">Code of the integrated care board; may be empty.</param>
/// <param name="AddressLines">Up to five, empty ones left out.</param>
/// <param name="Telephone">Published switchboard; may be empty.</param>
public sealed record OdsRow(
    int Row,
    string Code,
    string Name,
    string Region,
    string Icb,
    IReadOnlyList<string> AddressLines,
    string Postcode,
    DateOnly OpenedOn,
    DateOnly? ClosedOn,
    string Telephone);
