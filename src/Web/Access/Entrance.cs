using Champions.Application.Accounts;
using Champions.Application.Entering;
using Champions.Domain.Common;
using Champions.Infrastructure.Identity;
using Champions.Web.Access.SignOn;
using Microsoft.AspNetCore.Authentication;

namespace Champions.Web.Access;

/// <summary>The one door: everybody who has proved who they are gets a session and its cookie here, or is asked for a second factor first.</summary>
public sealed class Entrance(
    StartSessionHandler start, SecondFactorQueries secondFactor, EnteringCookie entering, KnownDevices devices, PendingSignOns pending, DoorLog log)
{
    public const string SecondFactor = "/sign-in/second-factor";
    public const string SetUpSecondFactor = "/sign-in/second-factor/set-up";
    private const string Home = "/home";

    /// <summary>
    /// Begins a session of its own, never one that was there before, which ends, and gives its cookie to the browser. Tells where to lead the person:
    /// to the page they came for, when it is one of this site. Who has or must have a second factor and did not give it gets no session and
    /// is led to where it is asked for.
    /// </summary>
    public async Task<Result<string>> EnterAsync(HttpContext context, Arrival arrival)
    {
        arrival = arrival with { IsOwnPhone = arrival.IsOwnPhone || SaysOwnPhone(context.Request) };
        if (!arrival.WithSecondFactor)
        {
            if (await secondFactor.FindAsync(arrival.AccountId, context.RequestAborted) is not { } need)
            {
                return log.Failed(arrival.Method.ToString(), arrival.AccountId, AccountErrors.Closed);
            }

            if (need.IsAsked)
            {
                await entering.BeginAsync(context, arrival);
                return need.HasAny ? SecondFactor : SetUpSecondFactor;
            }
        }

        var begun = new SessionStart(
            arrival.Method,
            arrival.WithSecondFactor,
            arrival.IsOwnPhone,
            DeviceWords.Of(context.Request.Headers.UserAgent),
            context.Connection.RemoteIpAddress?.ToString() ?? "");
        var session = await start.HandleAsync(
            new StartSession(arrival.AccountId, arrival.Generation, begun, ActorClaims.SessionOf(context.User)), context.RequestAborted);
        if (!session.IsSuccess)
        {
            return log.Failed(arrival.Method.ToString(), arrival.AccountId, session.Error);
        }

        await entering.EndAsync(context);
        devices.Remember(context, arrival.AccountId);
        var rights = (await context.RequestServices.ReadRightsAsync(session.Value, context.RequestAborted)).Rights;
        await context.SignInAsync(
            ActorClaims.ForCookie(session.Value), new AuthenticationProperties { IsPersistent = rights?.Ends.IsOwnPhone == true });

        // What is still shown in this request, such as fresh recovery codes, is shown to the person of the new session
        context.User = rights is null ? context.User : ActorClaims.ForRequest(rights);
        var next = LocalAddress.Or(arrival.ReturnUrl, Home);
        pending.ForgetUnlessAskedAt(context, next);
        return next;
    }

    /// <summary>The box of the partial _OwnPhone in a form at the door. Whether it counts is decided when the session begins.</summary>
    public static bool SaysOwnPhone(HttpRequest request) => request.HasFormContentType && request.Form["OwnPhone"] == "true";
}

/// <param name="AccountId">Who proved who they are.</param>
/// <param name="Generation">The account's generation of sessions when they did: read together with what proves it, never later.</param>
/// <param name="Method">How.</param>
/// <param name="WithSecondFactor">They gave a second factor as well; a passkey counts as both, and the demo asks for none.</param>
/// <param name="IsOwnPhone">They said earlier that the device is their own; the box in the form of this request counts as well.</param>
/// <param name="ReturnUrl">The page they came for, as the browser sent it.</param>
public sealed record Arrival(
    AccountId AccountId, int Generation, SignInMethod Method, bool WithSecondFactor, bool IsOwnPhone, string? ReturnUrl);
