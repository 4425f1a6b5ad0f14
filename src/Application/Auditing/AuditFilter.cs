using Champions.Application.Time;

namespace Champions.Application.Auditing;

/// <summary>Which changes a list and its file hold. Days are UK days, both included.</summary>
/// <param name="Who">Part of a name, a whole email address, or the id of an account.</param>
/// <param name="Entity">Kind of row.</param>
/// <param name="Row">The key of one row.</param>
/// <param name="Action">One of those of <see cref="AuditEntry"/>.</param>
/// <param name="From">First day; without one the list goes back <see cref="Days"/> days, unless it is about a person or a row.</param>
/// <param name="Until">Last day.</param>
/// <param name="Chain">One part of the trail, for an administrator; null for all.</param>
public sealed record AuditFilter(
    string? Who = null, string? Entity = null, string? Row = null, string? Action = null, DateOnly? From = null, DateOnly? Until = null, Guid? Chain = null)
{
    public const int Days = 30;

    public static AuditFilter Everything { get; } = new();

    /// <summary>Only the last days are shown, because the filter says nothing that an index leads along further back.</summary>
    public bool IsRecent => From is null && Until is null && Who is null && Row is null;

    /// <summary>
    /// All but the person. Runs along the index of trust and instant, of the instant alone, or of the row's key.
    /// </summary>
    internal IQueryable<AuditEntry> Of(IQueryable<AuditEntry> entries, DateTimeOffset now)
    {
        if (Chain is { } chain)
        {
            // A trust's rows name it; those of the installation name none
            var trust = chain == Guid.Empty ? (TrustId?)null : new TrustId(chain);
            entries = entries.Where(a => a.TrustId == trust);
        }

        var since = IsRecent ? UkCalendar.StartOfDay(UkCalendar.DateOf(now).AddDays(-Days)) : From is { } from ? UkCalendar.StartOfDay(from) : (DateTimeOffset?)null;
        entries = since is { } first ? entries.Where(a => a.At >= first) : entries;
        var end = Until is { } until ? UkCalendar.StartOfDay(until.AddDays(1)) : (DateTimeOffset?)null;
        entries = end is { } last ? entries.Where(a => a.At < last) : entries;
        entries = Entity is { } entity ? entries.Where(a => a.Entity == entity) : entries;
        entries = Row is { } row ? entries.Where(a => a.EntityId == row) : entries;
        return Action is { } action ? entries.Where(a => a.Action == action) : entries;
    }
}

/// <summary>Where a page of changes begins: behind those of an instant of which so many were shown already. Nothing shifts when new ones come.</summary>
/// <param name="At">Not after this instant.</param>
/// <param name="Shown">So many of exactly this instant were on the pages before.</param>
public sealed record AuditPlace(DateTimeOffset At, int Shown)
{
    /// <summary>As it stands in an address.</summary>
    public override string ToString() => $"{At.UtcTicks}-{Shown}";

    /// <summary>Null for anything else than what <see cref="ToString"/> writes.</summary>
    public static AuditPlace? Read(string? text) =>
        text?.Split('-') is [var ticks, var shown]
        && long.TryParse(ticks, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var at)
        && at <= DateTime.MaxValue.Ticks
        && int.TryParse(shown, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var count)
            ? new AuditPlace(new DateTimeOffset(at, TimeSpan.Zero), count)
            : null;
}
