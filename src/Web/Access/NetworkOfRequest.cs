using Champions.Application.Abstractions;

namespace Champions.Web.Access;

/// <summary>Tells the audit trail from where a request comes, signed in or not.</summary>
internal sealed class NetworkOfRequest(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context, CurrentActor current)
    {
        current.Network = context.Connection.RemoteIpAddress?.ToString();
        return next(context);
    }
}
