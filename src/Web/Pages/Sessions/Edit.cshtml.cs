using Champions.Application.SupportSessions;
using Champions.Domain;
using Champions.Domain.FollowUps;
using Champions.Domain.SupportSessions;
using Microsoft.AspNetCore.Mvc;

namespace Champions.Web.Pages.Sessions;

/// <summary>Changes a logged session for a week.</summary>
public sealed class EditModel(SessionFormQueries form, SessionQueries sessions, EditSessionHandler handler, TimeProvider clock)
    : SessionFormPage(form, clock)
{
    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>Somebody changed the session since this form was opened.</summary>
    public bool IsStale { get; private set; }

    public override bool DayMayBeEmpty => false;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await PrepareAsync(fillIn: true, cancellationToken) ?? Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await PrepareAsync(fillIn: false, cancellationToken) is { } answer)
        {
            return answer;
        }

        if (Read() is not { } read)
        {
            return Again();
        }

        var edited = await handler.HandleAsync(
            new EditSession(new SupportSessionId(Id), Input.Version, read.Entry(Today), AsksForFollowUp ? read.NewFollowUp() : null),
            Actor,
            cancellationToken);
        if (edited.IsSuccess)
        {
            return SeeOther($"/sessions/{Id}", "Session changed");
        }

        IsStale = edited.Error == SupportSessionErrors.Changed;
        return RefuseForm(edited.Error);
    }

    /// <summary>Null when the session may be changed now.</summary>
    private async Task<IActionResult?> PrepareAsync(bool fillIn, CancellationToken cancellationToken)
    {
        var found = await sessions.FindAsync(new SupportSessionId(Id), Actor, cancellationToken);
        if (!found.IsSuccess)
        {
            return Refuse(found.Error);
        }

        var session = found.Value;
        if (!session.MayChange)
        {
            return NotFound();
        }

        if (!session.IsEditableAt(Now))
        {
            var why = session.Facts.UndoneAt is null ? SupportSessionErrors.NoLongerEditable : SupportSessionErrors.AlreadyUndone;
            return StopWith(new SessionStop("This session cannot be changed now", why.Message, $"/sessions/{Id}", "See the session"));
        }

        AsksForFollowUp = session.FollowUps.All(f => f.Status == FollowUpStatus.Cancelled);
        if (fillIn)
        {
            Input = SessionForm.Of(session);
        }

        await LoadChoicesAsync(cancellationToken);
        return null;
    }
}
