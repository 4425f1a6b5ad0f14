using Champions.Application.Jobs;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Champions.Infrastructure.Jobs;

public static class JobDashboard
{
    /// <summary>Serves the engine's own page, where the build has one and this process ticks. Only administrators get in.</summary>
    public static void MapJobDashboard(this IEndpointRouteBuilder endpoints)
    {
        if (endpoints.ServiceProvider.GetRequiredService<JobEngine>().DashboardAddress is null)
        {
            return;
        }

#if FULL_FEED
        endpoints.MapHangfire();
#endif
    }
}
