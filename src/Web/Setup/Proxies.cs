using System.Net;
using Champions.Infrastructure;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;

namespace Champions.Web.Setup;

/// <summary>
/// Configuration key <c>Proxies:Known</c>: the proxies before this program, whose word about a caller's address and scheme is taken. Nobody
/// else's is. Which host was asked for is never taken from a proxy: links come from <c>PublicUrl</c>.
/// </summary>
internal static class Proxies
{
    private const string Key = "Proxies:Known";

    /// <summary>Put it first.</summary>
    public static void UseKnownProxies(this WebApplication app)
    {
        if (Read(app.Configuration) is { } options)
        {
            app.UseForwardedHeaders(options);
        }
    }

    /// <summary>Null when no proxy is named.</summary>
    /// <exception cref="StartRefusedException">One of them is no address and no network.</exception>
    public static ForwardedHeadersOptions? Read(IConfiguration configuration)
    {
        var named = (configuration[Key] ?? "").Split([',', ' '], StringSplitOptions.RemoveEmptyEntries);
        if (named.Length == 0)
        {
            return null;
        }

        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,

            // Through as many of our own proxies as there are, and no further
            ForwardLimit = null,
        };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var name in named)
        {
            if (IPAddress.TryParse(name, out var address))
            {
                options.KnownProxies.Add(address);
            }
            else if (System.Net.IPNetwork.TryParse(name, out var network))
            {
                options.KnownIPNetworks.Add(network);
            }
            else
            {
                throw new StartRefusedException($"{Key} has \"{name}\". Use addresses and networks such as 10.0.0.5, 10.1.0.0/16.");
            }
        }

        return options;
    }
}
