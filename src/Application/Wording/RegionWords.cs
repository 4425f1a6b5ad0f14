namespace Champions.Application.Wording;

/// <summary>The regions of NHS England by their codes, as people read them.</summary>
public static class RegionWords
{
    /// <summary>Code and name, in the order of the names.</summary>
    public static IReadOnlyList<(string Code, string Name)> All { get; } =
    [
        ("Y61", "East of England"), ("Y56", "London"), ("Y60", "Midlands"), ("Y63", "North East and Yorkshire"), ("Y62", "North West"),
        ("Y59", "South East"), ("Y58", "South West"),
    ];

    /// <summary>The code itself when it is a new one; empty for a trust outside England.</summary>
    public static string Of(string code) => All.FirstOrDefault(r => r.Code == code).Name ?? code;
}
