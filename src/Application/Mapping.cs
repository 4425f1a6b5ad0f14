using AutoMapper;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Champions.Application;

/// <summary>Read models only: each profile declares projections, which <c>ProjectTo</c> turns into the SELECT list.</summary>
public static class Mapping
{
    /// <param name="services">Where the one configuration is registered.</param>
    /// <param name="licenceKey">Key of a commercial AutoMapper licence; null under the Reciprocal Public License.</param>
    public static IServiceCollection AddReadModels(this IServiceCollection services, string? licenceKey) =>
        services.AddSingleton<IConfigurationProvider>(provider => Configure(licenceKey, provider.GetRequiredService<ILoggerFactory>()));

    internal static MapperConfiguration Configure(string? licenceKey, ILoggerFactory loggers) =>
        new(
            mapping =>
            {
                mapping.LicenseKey = licenceKey;
                mapping.AddMaps(typeof(Mapping).Assembly);
            },
            loggers);
}
