namespace Champions.Application.Coverage;

/// <summary>A champion who could look after a ward, and what speaks for them.</summary>
public sealed class Suggestion
{
    public required Guid ChampionId { get; init; }

    public required string Name { get; init; }

    /// <summary>Site of the ward they work on; null for people without a ward.</summary>
    public required string? WorksAt { get; init; }

    /// <summary>They work at the site of the ward in question.</summary>
    public required bool WorksHere { get; init; }

    /// <summary>How many wards of that site they look after now.</summary>
    public required int WardsHere { get; init; }

    public required int Systems { get; init; }

    /// <summary>How many wards they look after now.</summary>
    public required int Wards { get; init; }

    /// <summary>They look after this very ward on some of the days asked for.</summary>
    public required bool IsOnThisWard { get; init; }

    public bool IsAtSite => WorksHere || WardsHere > 0;
}

/// <param name="Rows">The best ones first.</param>
/// <param name="Total">How many there are in all.</param>
public sealed record Suggestions(IReadOnlyList<Suggestion> Rows, int Total);
