using System.Collections.Concurrent;
using System.Security.Claims;
using Champions.Application.Abstractions;
using Champions.Web.Access;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Champions.Performance.Access;

/// <summary>
/// The product in a process of its own, with or without its question on every request who is asking. The product itself has no such
/// switch: without the question, what the first request of a session found out is believed for ever.
/// </summary>
internal sealed class UncheckedServer(string contentRoot, bool withCheck) : WebApplicationFactory<DemoPersonas>
{
    private readonly ConcurrentDictionary<string, (ClaimsPrincipal User, Actor Actor, object? Clock)> believed = new(StringComparer.Ordinal);

    /// <summary>Serves until the process is ended.</summary>
    /// <param name="args">"serve", "checked" or "unchecked", the content root, "--urls", the address.</param>
    public static async Task RunAsync(string[] args)
    {
        await using var server = new UncheckedServer(args[2], args[1] == "checked");
        server.UseKestrel(new Uri(args[^1]).Port);
        server.StartServer();
        await Task.Delay(Timeout.Infinite);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseContentRoot(contentRoot);
        if (!withCheck)
        {
            builder.ConfigureServices(services => services.PostConfigure<CookieAuthenticationOptions>(CookieAuthenticationDefaults.AuthenticationScheme, Believe));
        }
    }

    private void Believe(CookieAuthenticationOptions options)
    {
        var check = options.Events.OnValidatePrincipal;
        options.Events.OnValidatePrincipal = async context =>
        {
            var session = context.Principal?.FindFirst("sid")?.Value ?? "";
            var current = context.HttpContext.RequestServices.GetRequiredService<CurrentActor>();
            if (believed.TryGetValue(session, out var known))
            {
                context.ReplacePrincipal(known.User);
                current.Set(known.Actor);
                context.HttpContext.Items[typeof(SessionClock)] = known.Clock;
                return;
            }

            await check(context);
            if (current.Actor is { } actor && context.Principal is { } user)
            {
                believed[session] = (user, actor, SessionClock.Of(context.HttpContext));
            }
        };
    }
}
