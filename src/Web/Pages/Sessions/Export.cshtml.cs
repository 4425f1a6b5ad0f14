using Champions.Application.SupportSessions;
using Champions.Application.Time;
using Microsoft.AspNetCore.Mvc;

namespace Champions.Web.Pages.Sessions;

/// <summary>The list as a file, with the same filter.</summary>
public sealed class ExportModel(SessionExportQueries queries, SessionFormQueries form, TimeProvider clock) : SessionFilterPage(form)
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await ReadFilterAsync(cancellationToken))
        {
            return BadRequest();
        }

        Response.ContentType = "text/csv; charset=utf-8";
        Response.Headers.ContentDisposition = $"attachment; filename=\"sessions-{UkCalendar.DateOf(clock.GetUtcNow()):yyyy-MM-dd}.csv\"";
        await queries.WriteAsync(Filter, Actor, Response.Body, cancellationToken);
        return new EmptyResult();
    }
}
