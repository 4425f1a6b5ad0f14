using Champions.Application.Auditing;
using Champions.Application.Time;
using Microsoft.AspNetCore.Mvc;

namespace Champions.Web.Pages.Admin.Audit;

/// <summary>The list as a file, with the same filter.</summary>
public sealed class ExportModel(AuditExportQueries export, AuditQueries queries, TimeProvider clock) : AuditFilterPage(queries)
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await ReadFilterAsync(cancellationToken))
        {
            return BadRequest();
        }

        Response.ContentType = "text/csv; charset=utf-8";
        Response.Headers.ContentDisposition = $"attachment; filename=\"audit-trail-{UkCalendar.DateOf(clock.GetUtcNow()):yyyy-MM-dd}.csv\"";
        await export.WriteAsync(Filter, Actor, Response.Body, cancellationToken);
        return new EmptyResult();
    }
}
