namespace Champions.Application.Coverage;

/// <summary>A ward in the coverage table.</summary>
public sealed class WardRow
{
    public required Guid Id { get; init; }

    public required string Site { get; init; }

    public required string Code { get; init; }

    public required string Name { get; init; }

    public required string Specialty { get; init; }

    /// <summary>Active champions assigned today.</summary>
    public required int Champions { get; init; }

    public required DateOnly? LastSession { get; init; }

    public Cover Cover => Covers.Of(Champions);
}
