using AutoMapper;

namespace Champions.Application.Auditing;

/// <summary>A line of the audit trail.</summary>
public sealed record AuditRow
{
    public Guid Chain { get; init; }

    public long Number { get; init; }

    public DateTimeOffset At { get; init; }

    public AccountId? AccountId { get; init; }

    public string? Network { get; init; }

    public string Entity { get; init; } = "";

    public string EntityId { get; init; } = "";

    public string Action { get; init; } = "";

    public string Changes { get; init; } = "";
}

/// <summary>One page of changes, newest first.</summary>
/// <param name="Rows">At most <see cref="AuditQueries.PageSize"/>.</param>
/// <param name="Names">What the accounts, rows and values are called now; the trusts too.</param>
/// <param name="Next">Where the page of older ones begins; null when there are none.</param>
/// <param name="TooManyPeople">The filter's person could be more people than are looked for.</param>
public sealed record AuditPage(IReadOnlyList<AuditRow> Rows, IReadOnlyDictionary<Guid, string> Names, AuditPlace? Next, bool TooManyPeople)
{
    public static AuditPage Empty { get; } = new([], new Dictionary<Guid, string>(), null, TooManyPeople: false);
}

internal sealed class AuditProjections : Profile
{
    public AuditProjections() => CreateProjection<AuditEntry, AuditRow>();
}
