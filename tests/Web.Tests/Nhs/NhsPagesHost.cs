using Champions.Web.Setup;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Champions.Web.Tests.Nhs;

/// <summary>
/// The pages and components of the product beside the test pages of this project, on a server without database and sign-in.
/// Everything behind the status pages is given by the test.
/// </summary>
internal sealed class NhsPagesHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private NhsPagesHost(WebApplication app) => _app = app;

    public HttpClient Client => _app.GetTestClient();

    public static async Task<NhsPagesHost> StartAsync(Action<WebApplication>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(NhsPages).Assembly.GetName().Name,
            EnvironmentName = "Production"
        });
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddRazorPages().AddNhsPages().AddApplicationPart(typeof(NhsPagesHost).Assembly);

        var app = builder.Build();
        app.UseStatusPages(problem => problem is TimeoutException ? 503 : 500);
        configure?.Invoke(app);
        app.MapRazorPages();
        await app.StartAsync();
        return new NhsPagesHost(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
