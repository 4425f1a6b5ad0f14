using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace Champions.TestSupport.Web;

/// <summary>The in-process server knows no network addresses, and limits go by address: each visitor brings one along.</summary>
internal sealed class AddressOfVisitor : IStartupFilter
{
    public const string Header = "X-Test-Address";

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((context, following) =>
        {
            context.Connection.RemoteIpAddress = IPAddress.TryParse(context.Request.Headers[Header], out var address) ? address : IPAddress.Loopback;
            return following(context);
        });
        next(app);
    };
}
