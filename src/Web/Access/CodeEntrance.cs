using Champions.Application.Entering;
using Champions.Domain.Common;

namespace Champions.Web.Access;

/// <summary>Where somebody goes who has shown, by code or link, that they read the emails of an address.</summary>
public sealed class CodeEntrance(Entrance entrance, DoorCookies cookies)
{
    /// <summary>In, or to the page that asks somebody new who they are.</summary>
    public async Task<Result<string>> EnterAsync(HttpContext context, ProvedAddress proved, string? returnUrl)
    {
        cookies.Forget<CodesAsked>(context);
        if (proved.AccountId is { } account)
        {
            return await entrance.EnterAsync(
                context, new Arrival(account, proved.Generation, SignInMethod.EmailCode, WithSecondFactor: false, IsOwnPhone: false, returnUrl));
        }

        cookies.Keep(context, new NewColleague(proved.Address, returnUrl, Entrance.SaysOwnPhone(context.Request)));
        return "/sign-in/welcome";
    }
}
