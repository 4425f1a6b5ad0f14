using Champions.Application.SupportSessions;
using Champions.Application.Time;
using Champions.Domain;
using Champions.Domain.SupportSessions;
using Microsoft.AspNetCore.Mvc;

namespace Champions.Web.Pages.Sessions;

/// <summary>One session with its follow-up and its history; it can be undone from here.</summary>
public sealed class DetailsModel(SessionQueries queries, UndoSessionHandler handler, TimeProvider clock) : ChampionsPage
{
    [FromRoute]
    public Guid Id { get; set; }

    public SessionDetails Session { get; private set; } = null!;

    public SessionHistory History { get; private set; } = new([], new Dictionary<string, string>());

    public bool MayEdit => Session.IsEditableAt(clock.GetUtcNow());

    public bool MayUndo => Session.IsUndoableAt(clock.GetUtcNow());

    public DateOnly Today => UkCalendar.DateOf(clock.GetUtcNow());

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ?? Page();

    public async Task<IActionResult> OnPostUndoAsync(CancellationToken cancellationToken)
    {
        var undone = await handler.HandleAsync(new UndoSession(new SupportSessionId(Id)), Actor, cancellationToken);
        if (undone.IsSuccess)
        {
            return SeeOther("/sessions", "Session undone. It counts nowhere now");
        }

        // Pressed twice: it is as they want it
        if (undone.Error == SupportSessionErrors.AlreadyUndone)
        {
            return SeeOther($"/sessions/{Id}");
        }

        return await LoadAsync(cancellationToken) ?? Refuse(undone.Error);
    }

    public static string When(DateTimeOffset instant)
    {
        var (day, time) = UkCalendar.ToUk(instant);
        return UkFormat.DateAndTime(day, time);
    }

    private async Task<IActionResult?> LoadAsync(CancellationToken cancellationToken)
    {
        var id = new SupportSessionId(Id);
        var found = await queries.FindAsync(id, Actor, cancellationToken);
        if (!found.IsSuccess)
        {
            return Refuse(found.Error);
        }

        Session = found.Value;
        History = await queries.HistoryAsync(id, cancellationToken);
        return null;
    }
}
