using Champions.Application;
using Champions.Infrastructure;
using Champions.Infrastructure.Jobs;
using Champions.Infrastructure.Demo;
using Champions.Infrastructure.Persistence;
using Champions.Web.Access;

namespace Champions.Web.Setup;

/// <summary>The web program: what it is made of and in which order a request passes.</summary>
internal static class Server
{
    private const long MaxBodyBytes = 1024 * 1024;

    public static async Task<int> RunAsync(string[] args)
    {
        var builder = CreateBuilder(args);
        AddChampions(builder);
        builder.RefuseUnsafeSettings();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaxBodyBytes;
        });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(40));
        builder.Host.UseDefaultServiceProvider(container => container.ValidateOnBuild = container.ValidateScopes = true);

        await using var app = builder.Build();
        UseChampions(app);

        await app.Services.GetRequiredService<ISchema>().PrepareToServeAsync(CancellationToken.None);
        await app.RefuseDemoPeopleAsync(CancellationToken.None);
        if (app.Configuration.IsDemoEnabled())
        {
            await app.Services.GetRequiredService<IDemo>().FillIfEmptyAsync(DemoPersonas.Password, CancellationToken.None);
        }

        await FirstRun.PrintSetUpCodeAsync(app.Services, Console.Out);
        await app.RunAsync();
        return 0;
    }

    public static WebApplicationBuilder CreateBuilder(string[] args) =>
        WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = ContentRoot.Find(args) });

    /// <summary>Services that the verbs need too are added here, so that both see one configuration.</summary>
    public static void AddChampions(WebApplicationBuilder builder)
    {
        builder.RefuseDemoInProduction();
        builder.Services.AddApplication();
        builder.Services.AddReadModels(builder.Configuration["AutoMapper:LicenceKey"]);
        builder.Services.AddInfrastructure(builder.Configuration, builder.Environment.ContentRootPath);
        builder.Services.AddAccess(builder.Configuration);
        builder.Services
            .AddRazorPages(pages => AccessTable.Apply(pages.Conventions))
            .AddNhsPages();
    }

    private static void UseChampions(WebApplication app)
    {
        app.UseKnownProxies();
        app.UseSecurityHeaders();
        app.UseStatusPages(fault => DatabaseFaults.IsUnavailable(fault)
            ? StatusCodes.Status503ServiceUnavailable
            : StatusCodes.Status500InternalServerError);
        app.UseMiddleware<KnownHosts>();
        app.UseMiddleware<RefusalLog>();
        app.UseMiddleware<SameOriginPosts>();
        app.UseRouting();
        app.UseRateLimiter();
        app.UseMiddleware<NetworkOfRequest>();
        app.UseAuthentication();
        app.UseAuthorization();

        app.MapStaticAssets().AllowAnonymous();
        app.MapHealth();
        app.MapJobDashboard();
        app.MapRazorPages().WithStaticAssets();
    }
}
