using Champions.Application.Abstractions;
using Hangfire;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Champions.Infrastructure.Jobs;

/// <summary>Hangfire's own page: to look at, not to press anything.</summary>
internal static class HangfireDashboard
{
    public static void MapHangfire(this IEndpointRouteBuilder endpoints)
    {
        var jobs = endpoints.ServiceProvider.GetRequiredService<JobList>();
        endpoints
            .MapHangfireDashboardWithNoAuthorizationFilters(JobsRegistration.DashboardAddress, new DashboardOptions
            {
                DashboardTitle = "Jobs of Champions",
                AppPath = "/admin/jobs",
                IsReadOnlyFunc = _ => true,
                DisplayStorageConnectionString = false,
                DarkModeEnabled = false,
                DisplayNameFunc = (_, tick) => tick.Args is [string id, ..] ? jobs.Find(id)?.Title ?? id : tick.Method.Name,
            })
            .RequireAuthorization(new AuthorizeAttribute { Roles = nameof(Roles.Administrator) });
    }
}
