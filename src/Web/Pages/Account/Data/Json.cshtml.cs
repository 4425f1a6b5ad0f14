using Champions.Application.Privacy;
using Microsoft.AspNetCore.Mvc;

namespace Champions.Web.Pages.Account.Data;

/// <summary>A person's own data as a file.</summary>
public sealed class JsonModel(MyDataQueries queries) : ChampionsPage
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var data = await queries.ReadAsync(Actor, cancellationToken);
        Response.ContentType = "application/json; charset=utf-8";
        Response.Headers.ContentDisposition = "attachment; filename=\"champions-my-data.json\"";
        await MyDataFiles.WriteJsonAsync(data, Response.Body, cancellationToken);
        return new EmptyResult();
    }
}
