using Champions.Application.SupportSessions;
using Champions.Application.Time;
using Champions.Domain;
using Microsoft.AspNetCore.Mvc;

namespace Champions.Web.Pages.Sessions;

/// <summary>The end of logging: what was saved, and what people do next.</summary>
public sealed class SavedModel(SessionQueries queries, TimeProvider clock) : ChampionsPage
{
    [FromRoute]
    public Guid Id { get; set; }

    public SessionDetails Session { get; private set; } = null!;

    public bool MayUndo { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var found = await queries.FindAsync(new SupportSessionId(Id), Actor, cancellationToken);
        if (!found.IsSuccess)
        {
            return Refuse(found.Error);
        }

        Session = found.Value;
        MayUndo = Session.IsUndoableAt(clock.GetUtcNow());
        return Session.Facts.UndoneAt is null ? Page() : SeeOther($"/sessions/{Id}");
    }

    /// <summary>"1 person, 15 minutes, Maple Ward".</summary>
    public string InShort() => string.Join(", ", new[]
    {
        UkFormat.Count(Session.Facts.People, "person", "people"), UkFormat.Length(Session.Facts.Minutes), Session.Names.Ward,
    }.OfType<string>());

    /// <summary>The same ward again and, when somebody else's session was logged, the same champion.</summary>
    public string Another()
    {
        List<string> kept = [];
        if (Session.Facts.WardId is { } ward)
        {
            kept.Add($"ward={ward.Value}");
        }

        if (Session.Facts.ChampionId != Actor.ChampionId)
        {
            kept.Add($"champion={Session.Facts.ChampionId.Value}");
        }

        return "/sessions/log" + (kept.Count == 0 ? "" : "?" + string.Join('&', kept));
    }
}
