using Champions.Application.Abstractions;
using Champions.Web.Setup;
using Microsoft.AspNetCore.Routing;

namespace Champions.Web.Access;

/// <summary>
/// Tells the operator's log what was refused: pages that somebody may not open, forms that no page of ours made, limits that were reached.
/// A page is named by its route, because an address may hold a secret.
/// </summary>
internal sealed partial class RefusalLog(RequestDelegate next, ILogger<RefusalLog> logger)
{
    public async Task InvokeAsync(HttpContext context, CurrentActor current)
    {
        await next(context);
        var page = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
        var network = context.Connection.RemoteIpAddress?.ToString() ?? "nowhere";
        var account = current.Actor?.AccountId.Value.ToString() ?? "unknown";
        switch (context.Response.StatusCode)
        {
            // Before any page was looked for
            case StatusCodes.Status403Forbidden when page is null:
                OtherSite(logger, network);
                break;
            case StatusCodes.Status403Forbidden:
                Refused(logger, page, account, network);
                break;
            case StatusCodes.Status400BadRequest when StatusPages.IsForgedOrOld(context):
                NoToken(logger, page ?? "", account, network);
                break;
            case StatusCodes.Status429TooManyRequests:
                Limited(logger, page ?? "", account, network);
                break;
        }
    }

    [LoggerMessage(EventId = 3102, Level = LogLevel.Warning, Message = "A change asked for by another site was refused, network {Network}")]
    private static partial void OtherSite(ILogger logger, string network);

    [LoggerMessage(EventId = 3103, Level = LogLevel.Warning, Message = "{Page} was refused to account {Account}, network {Network}")]
    private static partial void Refused(ILogger logger, string page, string account, string network);

    [LoggerMessage(EventId = 3104, Level = LogLevel.Warning, Message = "A form without a token that fits was sent to {Page}, account {Account}, network {Network}")]
    private static partial void NoToken(ILogger logger, string page, string account, string network);

    [LoggerMessage(EventId = 3105, Level = LogLevel.Warning, Message = "A limit was reached at {Page}, account {Account}, network {Network}")]
    private static partial void Limited(ILogger logger, string page, string account, string network);
}
