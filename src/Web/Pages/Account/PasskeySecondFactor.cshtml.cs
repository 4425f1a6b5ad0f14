using Champions.Application.Abstractions;
using Champions.Application.Entering;
using Champions.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace Champions.Web.Pages.Account;

/// <summary>At the door: a passkey as the second factor of somebody who has proved the first.</summary>
public sealed class PasskeySecondFactorModel(
    IPasskeys passkeys, CheckPasskeyHandler check, PasskeyCookie cookie, Doorstep doorstep, Entrance entrance) : PasskeyPage(passkeys, check, cookie)
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await ArrivalAsync(cancellationToken) is null ? SeeOther(Entrance.SecondFactor) : Page();

    public async Task<IActionResult> OnPostAskAsync(CancellationToken cancellationToken) =>
        await ArrivalAsync(cancellationToken) is { } arrival
            ? await AskAsync(PurposeOf(arrival), arrival.AccountId, cancellationToken)
            : BadRequest();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await ArrivalAsync(cancellationToken) is not { } arrival)
        {
            return SeeOther(Entrance.SecondFactor);
        }

        var owner = await CheckAsync(PurposeOf(arrival), cancellationToken);
        if (!owner.IsSuccess)
        {
            return Refuse(owner.Error);
        }

        var entered = await entrance.EnterAsync(HttpContext, arrival with { WithSecondFactor = true });
        return entered.IsSuccess ? SeeOther(entered.Value) : Refuse(entered.Error);
    }

    private static string PurposeOf(Arrival arrival) => $"second factor {arrival.AccountId.Value:N}";

    /// <summary>Null for those who do not stand at the door with a passkey; the page of the second factor knows where to lead them.</summary>
    private async Task<Arrival?> ArrivalAsync(CancellationToken cancellationToken) =>
        await doorstep.FindAsync(HttpContext, cancellationToken) is { Need.HasPasskey: true } found ? found.Arrival : null;
}
