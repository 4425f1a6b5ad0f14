using Champions.Application.Entering;
using Champions.Domain.Common;
using Microsoft.AspNetCore.Authentication;

namespace Champions.Web.Access;

/// <summary>The one door: everybody who has proved who they are gets a session and its cookie here.</summary>
public sealed class Entrance(StartSessionHandler start)
{
    private const string Home = "/home";

    /// <summary>
    /// Begins a session of its own, never one that was there before, and gives its cookie to the browser. Tells where to lead the person:
    /// to the page they came for, when it is one of this site.
    /// </summary>
    public async Task<Result<string>> EnterAsync(HttpContext context, Arrival arrival)
    {
        var begun = new SessionStart(
            arrival.Method,
            arrival.WithSecondFactor,
            arrival.IsOwnPhone,
            DeviceWords.Of(context.Request.Headers.UserAgent),
            context.Connection.RemoteIpAddress?.ToString() ?? "");
        var session = await start.HandleAsync(new StartSession(arrival.AccountId, begun), context.RequestAborted);
        if (!session.IsSuccess)
        {
            return session.Error;
        }

        await context.SignInAsync(ActorClaims.ForCookie(session.Value), new AuthenticationProperties { IsPersistent = arrival.IsOwnPhone });
        return LocalAddress.Or(arrival.ReturnUrl, Home);
    }
}

/// <param name="AccountId">Who proved who they are.</param>
/// <param name="Method">How.</param>
/// <param name="WithSecondFactor">They gave a second factor as well; a passkey counts as both.</param>
/// <param name="IsOwnPhone">They said that the device is their own.</param>
/// <param name="ReturnUrl">The page they came for, as the browser sent it.</param>
public sealed record Arrival(AccountId AccountId, SignInMethod Method, bool WithSecondFactor, bool IsOwnPhone, string? ReturnUrl);
