using Champions.Application.Abstractions;
using Champions.Application.Exports;
using Champions.Application.Wording;
using Champions.Domain.HelpSlots;
using Champions.Domain.SupportSessions;
using CsvHelper;
using Microsoft.EntityFrameworkCore;
using Barrier = Champions.Domain.SupportSessions.Barrier;

namespace Champions.Application.SupportSessions;

/// <summary>Sessions as a comma-separated file, the same ones as in the list.</summary>
public sealed class SessionExportQueries(IChampionsDb db)
{
    private static readonly string[] Headings =
    [
        "Day", "Champion", "Site", "Ward code", "Ward", "System", "Topics", "People helped", "Minutes", "Way of meeting", "Kind of help",
        "Outcome", "Who did it", "Barriers", "Note", "From a booking",
    ];

    /// <summary>
    /// Writes month by month, newest first. Each month is a read of its own, so that a slow reader of the file holds no
    /// connection of the database.
    /// </summary>
    public async Task WriteAsync(SessionFilter filter, Actor actor, Stream to, CancellationToken cancellationToken)
    {
        await using var csv = CsvWriter.Create(to, new CsvWriterOptions { WriteByteOrderMark = true, NewLine = "\r\n", HasHeader = false }, leaveOpen: true);
        await csv.WriteRecordAsync(Headings, cancellationToken);

        var matching = filter.Of(db.SupportSessions.AsNoTracking(), actor);
        var days = await matching.GroupBy(_ => 1).Select(g => new { First = g.Min(s => s.OccurredOn), Last = g.Max(s => s.OccurredOn) })
            .SingleOrDefaultAsync(cancellationToken);
        if (days is not null)
        {
            for (var until = days.Last; until >= days.First; until = FirstOfMonth(until).AddDays(-1))
            {
                foreach (var row in await RowsAsync(matching, FirstOfMonth(until), until, cancellationToken))
                {
                    await csv.WriteRecordAsync([.. Cells(row)], cancellationToken);
                }
            }
        }

        await csv.FlushAsync(cancellationToken);
    }

    private static DateOnly FirstOfMonth(DateOnly day) => new(day.Year, day.Month, 1);

    private Task<List<Row>> RowsAsync(IQueryable<SupportSession> matching, DateOnly from, DateOnly until, CancellationToken cancellationToken) => (
        from session in matching
        where session.OccurredOn >= @from && session.OccurredOn <= until
        join champion in db.Champions on session.ChampionId equals champion.Id
        join person in db.StaffMembers on champion.StaffMemberId equals person.Id
        join ward in db.Wards on session.WardId equals ward.Id into wards
        from ward in wards.DefaultIfEmpty()
        join site in db.Sites on ward.SiteId equals site.Id into sites
        from site in sites.DefaultIfEmpty()
        join system in db.DigitalSystems on session.DigitalSystemId equals system.Id into systems
        from system in systems.DefaultIfEmpty()
        orderby session.OccurredOn descending, session.LoggedAt descending, session.Id descending
        select new Row
        {
            OccurredOn = session.OccurredOn,
            Champion = person.Name,
            Site = site.Name,
            WardCode = ward.Code,
            Ward = ward.Name,
            System = system.Name,
            Topics = session.Topics.Join(db.SupportTopics, t => t.SupportTopicId, t => t.Id, (_, topic) => topic.Name).ToList(),
            People = session.People,
            Minutes = session.Minutes,
            Mode = session.Mode,
            Kind = session.Kind,
            Outcome = session.Outcome,
            DoneBy = session.DoneBy,
            Barriers = session.Barriers.Select(b => b.Barrier).ToList(),
            Note = session.Note,
            FromBooking = session.BookingId != null,
        }).ToListAsync(cancellationToken);

    private static IEnumerable<string> Cells(Row row)
    {
        string?[] cells =
        [
            row.OccurredOn.ToString("yyyy-MM-dd"),
            row.Champion,
            row.Site,
            row.WardCode,
            row.Ward,
            row.System,
            string.Join("; ", row.Topics.Order(StringComparer.Ordinal)),
            row.People.ToString(),
            row.Minutes.ToString(),
            SupportModeWords.Of(row.Mode),
            row.Kind is { } kind ? SupportKindWords.Of(kind) : null,
            SessionOutcomeWords.Of(row.Outcome),
            row.DoneBy is { } doneBy ? DoneByWords.Of(doneBy) : null,
            string.Join("; ", row.Barriers.Order().Select(BarrierWords.Of)),
            row.Note,
            row.FromBooking ? "Yes" : "No",
        ];
        return cells.Select(cell => CsvText.Safe(cell) ?? "");
    }

    private sealed class Row
    {
        public DateOnly OccurredOn { get; init; }

        public string Champion { get; init; } = "";

        public string? Site { get; init; }

        public string? WardCode { get; init; }

        public string? Ward { get; init; }

        public string? System { get; init; }

        public List<string> Topics { get; init; } = [];

        public int People { get; init; }

        public int Minutes { get; init; }

        public SupportMode Mode { get; init; }

        public SupportKind? Kind { get; init; }

        public SessionOutcome Outcome { get; init; }

        public DoneBy? DoneBy { get; init; }

        public List<Barrier> Barriers { get; init; } = [];

        public string? Note { get; init; }

        public bool FromBooking { get; init; }
    }
}
