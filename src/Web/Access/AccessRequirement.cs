using Microsoft.AspNetCore.Authorization;

namespace Champions.Web.Access;

/// <summary>A person may do what the row of the page says for the method of the request.</summary>
internal sealed class AccessRequirement : IAuthorizationRequirement
{
    public const string PolicyName = "permissions";
}

internal sealed class AccessRequirementHandler : AuthorizationHandler<AccessRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, AccessRequirement requirement)
    {
        if (context.Resource is HttpContext http && http.GetEndpoint()?.Metadata.GetMetadata<AccessRow>() is { } row)
        {
            // A page that takes no posts says so itself, to those who may see it
            var safe = HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method);
            var roles = safe ? row.See : row.Change ?? row.See;
            if (Enum.GetValues<Roles>().Any(role => role != Roles.None && (roles & role) != Roles.None && context.User.IsInRole(role.ToString())))
            {
                context.Succeed(requirement);
            }
        }

        return Task.CompletedTask;
    }
}
