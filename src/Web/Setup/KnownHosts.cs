using Microsoft.Net.Http.Headers;

namespace Champions.Web.Setup;

/// <summary>
/// Answers only under the host of <c>PublicUrl</c> and those of <c>AllowedHosts</c>: a request under another name is a forged one, or one
/// meant for somebody else. Health checks come under whatever address the platform knows.
/// </summary>
internal sealed class KnownHosts(RequestDelegate next, IConfiguration configuration)
{
    private static readonly string[] Loopback = ["localhost", "127.0.0.1", "[::1]"];

    private readonly HashSet<string> hosts = new(
        (configuration["AllowedHosts"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(host => host != "*")
            .Append(configuration.GetPublicUrl().Host)
            .Concat(configuration.GetPublicUrl().IsLoopback ? Loopback : []),
        StringComparer.OrdinalIgnoreCase);

    public Task InvokeAsync(HttpContext context)
    {
        if (context.Request.Path.StartsWithSegments("/health", StringComparison.OrdinalIgnoreCase) || (context.Request.Headers[HeaderNames.Host].Count == 1 && hosts.Contains(context.Request.Host.Host)))
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    }
}
