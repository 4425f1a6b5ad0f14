using Champions.Application.Abstractions;

namespace Champions.Web.Access;

/// <summary>Makes the signed-in person the actor of the request; from then on queries see the rows of their trust.</summary>
internal sealed class ActorOfRequest(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context, CurrentActor current)
    {
        if (ActorClaims.ActorOf(context.User) is { } actor)
        {
            current.Set(actor);
        }

        return next(context);
    }
}
