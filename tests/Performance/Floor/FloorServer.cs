using System.Text;
using Champions.Application;
using Champions.Performance.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Champions.Performance.Floor;

/// <summary>
/// The least a server could do: bare Kestrel, no sign-in, no pages, raw ADO.NET. Each page reads the rows that the product reads
/// for it and answers as many bytes; each write stores the rows that the product stores, in one transaction.
/// </summary>
internal static class FloorServer
{
    public static async Task RunAsync(FloorOptions options, string url)
    {
        var data = BenchData.Read(options.DataFile);
        var work = await FloorRecording.RecordAsync(options.Database, data);
        await using var raw = new RawDatabase(options.Database);

        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(url).ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        await using var app = builder.Build();
        foreach (var (path, bytes) in options.Bytes)
        {
            var statements = work.Pages[path];
            app.MapGet(path, context => PageAsync(context, raw, statements, bytes));
        }

        app.MapPost("/book/{caller:int}/{slot:int}", (int caller, int slot) => WriteAsync(raw, work.Booking, work.NextBooking(data, caller, slot)));
        app.MapPost("/log/{caller:int}", (int caller) => WriteAsync(raw, work.Log, work.NextLog(data, caller)));
        app.MapGet("/ready", () => "ready");
        await app.RunAsync();
    }

    private static async Task PageAsync(HttpContext context, RawDatabase raw, IReadOnlyList<RecordedStatement> statements, int bytes)
    {
        var page = new StringBuilder(bytes);
        await raw.ReadAsync(statements, value => page.Append("<td>").Append(value).Append("</td>"));
        page.Append(' ', Math.Max(0, bytes - page.Length));
        context.Response.ContentType = "text/html; charset=utf-8";
        await context.Response.WriteAsync(page.ToString(0, bytes));
    }

    private static async Task<IResult> WriteAsync(RawDatabase raw, IReadOnlyList<RecordedStatement> statements, FreshIds ids)
    {
        await raw.WriteAsync(statements, ids.Change);
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }
}
