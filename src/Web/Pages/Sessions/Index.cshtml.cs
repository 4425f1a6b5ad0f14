using Champions.Application.SupportSessions;
using Microsoft.AspNetCore.Mvc;

namespace Champions.Web.Pages.Sessions;

/// <summary>Sessions of the trust, or a champion's own, with their totals.</summary>
public sealed class IndexModel(SessionQueries queries, SessionFormQueries form) : SessionFilterPage(form)
{
    /// <summary>Null when the filter cannot be read.</summary>
    public SessionList? Found { get; private set; }

    public bool ShowsChampions => Actor.IsCoordinator;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await ReadFilterAsync(cancellationToken))
        {
            return Again();
        }

        Sort ??= "-day";
        var order = new SessionOrder(Named<SessionSort>(SortColumn) ?? SessionSort.Day, Descending);
        Found = await queries.ListAsync(Filter, order, Actor, Number, cancellationToken);
        return Found.Sessions.Exists ? Page() : ToFirstPage();
    }
}
