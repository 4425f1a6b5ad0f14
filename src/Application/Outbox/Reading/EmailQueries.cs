using AutoMapper;
using AutoMapper.QueryableExtensions;
using Champions.Application.Abstractions;
using Champions.Application.Home;
using Champions.Application.Time;
using Microsoft.EntityFrameworkCore;

namespace Champions.Application.Outbox.Reading;

/// <summary>What became of emails: a coordinator reads those of the trust, an administrator all.</summary>
public sealed class EmailQueries(IChampionsDb db, IEmailsOfAllTrusts everywhere, IConfigurationProvider mapping, TimeProvider clock)
{
    public const int PageSize = 20;

    /// <summary>As far back as the home page counts.</summary>
    public const int Days = HomeQueries.FigureDays;

    /// <param name="filter">Which emails.</param>
    /// <param name="page">From 1.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<EmailPage> ListAsync(EmailFilter filter, int page, Actor actor, CancellationToken cancellationToken)
    {
        var emails = OfStanding(Queued(filter, actor), filter.Standing);
        var total = await emails.CountAsync(cancellationToken);
        var rows = await emails
            .OrderByDescending(e => e.QueuedAt).ThenByDescending(e => e.Id)
            .Skip((page - 1) * PageSize).Take(PageSize)
            .ProjectTo<EmailRow>(mapping)
            .ToListAsync(cancellationToken);
        var ids = rows.Select(r => r.TrustId).Distinct().ToList();
        var trusts = await db.Trusts.AsNoTracking().Where(t => ids.Contains(t.Id))
            .Select(t => new { t.Id, t.Name }).ToDictionaryAsync(t => t.Id, t => t.Name, cancellationToken);
        return new EmailPage(rows, total, trusts);
    }

    /// <summary>Counts whatever the filter says of the standing, so that each count is a way to its list.</summary>
    public async Task<EmailCounts> CountAsync(EmailFilter filter, Actor actor, CancellationToken cancellationToken)
    {
        var states = await Queued(filter, actor)
            .GroupBy(e => e.State)
            .Select(g => new { State = g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.State, g => g.Count, cancellationToken);
        return new EmailCounts(
            states.GetValueOrDefault(OutboxState.Pending) + states.GetValueOrDefault(OutboxState.Sending),
            states.GetValueOrDefault(OutboxState.Sent),
            states.GetValueOrDefault(OutboxState.Dead),
            states.GetValueOrDefault(OutboxState.Superseded));
    }

    /// <summary>Null when there is no such email, or none that the actor may see.</summary>
    public Task<EmailDetail?> FindAsync(Guid id, Actor actor, CancellationToken cancellationToken) =>
        Visible(actor).Where(e => e.Id == id).ProjectTo<EmailDetail>(mapping).FirstOrDefaultAsync(cancellationToken);

    private IQueryable<OutboxEmail> Visible(Actor actor) =>
        actor.Is(Roles.Administrator) ? everywhere.Emails : db.OutboxEmails.AsNoTracking();

    private IQueryable<OutboxEmail> Queued(EmailFilter filter, Actor actor)
    {
        var since = clock.GetUtcNow().AddDays(-Days);
        var emails = Visible(actor);
        if (filter.Day is { } day)
        {
            var from = UkCalendar.StartOfDay(day);
            var until = UkCalendar.StartOfDay(day.AddDays(1));
            emails = emails.Where(e => e.QueuedAt >= from && e.QueuedAt < until);
        }
        else
        {
            emails = emails.Where(e => e.QueuedAt >= since);
        }

        return filter.Reason is { } reason ? emails.Where(e => e.Reason == reason) : emails;
    }

    private static IQueryable<OutboxEmail> OfStanding(IQueryable<OutboxEmail> emails, EmailStanding? standing) => standing switch
    {
        null => emails,
        EmailStanding.Waiting => emails.Where(e => e.State == OutboxState.Pending || e.State == OutboxState.Sending),
        EmailStanding.Sent => emails.Where(e => e.State == OutboxState.Sent),
        EmailStanding.Failed => emails.Where(e => e.State == OutboxState.Dead),
        EmailStanding.NotSent => emails.Where(e => e.State == OutboxState.Superseded),
        _ => throw new ArgumentOutOfRangeException(nameof(standing), standing, "A standing without a list."),
    };
}
