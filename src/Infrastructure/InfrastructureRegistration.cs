using Champions.Application.Abstractions;
using Champions.Application.Auditing;
using Champions.Application.HelpSlots;
using Champions.Infrastructure.AcrossTrusts;
using Champions.Infrastructure.Demo;
using Champions.Infrastructure.Email;
using Champions.Infrastructure.Identity;
using Champions.Infrastructure.Jobs;
using Champions.Infrastructure.Persistence;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Champions.Infrastructure;

/// <summary>Everything behind the ports of the application, from configuration.</summary>
public static class InfrastructureRegistration
{
    /// <param name="services">Where it is registered.</param>
    /// <param name="configuration">The keys of the README's table.</param>
    /// <param name="contentRoot">Folder that relative file paths start from.</param>
    /// <exception cref="StartRefusedException">A setting cannot be used; the message names it.</exception>
    public static IServiceCollection AddInfrastructure(this IServiceCollection services, IConfiguration configuration, string contentRoot)
    {
        services.AddSingleton(TimeProvider.System);
        var database = DatabaseOptions.From(configuration, contentRoot);
        services.AddPersistence(database);
        services.AddSingleton(AuditKeyFile.From(configuration, contentRoot));
        services.AddSingleton<IAnchorFile>(AnchorFile.From(configuration, contentRoot));
        services.AddScoped<IAuditOfAllTrusts, AuditOfAllTrusts>();
        services.AddIdentity();
        services.AddSingleton(new ServiceAddress(configuration.GetPublicUrl()));
        services.AddSingleton<IDemo, DemoFiller>();
        services.AddScoped<IClaimedTime, ClaimedTime>();
        services.AddScoped<IForgetting, Forgetting>();
        services.AddEmail(EmailOptions.From(configuration, contentRoot));
        services.AddJobs(JobOptions.From(configuration), database);
        services.AddScoped<ISitesOfAllTrusts, SitesOfAllTrusts>();
        return services;
    }
}
