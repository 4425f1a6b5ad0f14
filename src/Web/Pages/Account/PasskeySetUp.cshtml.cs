using Champions.Application.Abstractions;
using Champions.Application.Entering;
using Champions.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace Champions.Web.Pages.Account;

/// <summary>At the door: a passkey as the first second factor of somebody whose role needs one.</summary>
public sealed class PasskeySetUpModel(
    IPasskeys passkeys, CheckPasskeyHandler check, PasskeyCookie cookie, SetUpPasskeyHandler setUp, Doorstep doorstep, Entrance entrance)
    : PasskeyPage(passkeys, check, cookie)
{
    private readonly IPasskeys passkeys = passkeys;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await ArrivalAsync(cancellationToken) is null ? SeeOther(Entrance.SetUpSecondFactor) : Page();

    public async Task<IActionResult> OnPostAskAsync(CancellationToken cancellationToken) =>
        await ArrivalAsync(cancellationToken) is { } arrival
            ? Ask(PurposeOf(arrival), await passkeys.AskForNewAsync(arrival.AccountId, cancellationToken))
            : BadRequest();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await ArrivalAsync(cancellationToken) is not { } arrival)
        {
            return SeeOther(Entrance.SetUpSecondFactor);
        }

        if (TakeAnswer(PurposeOf(arrival)) is not { } answer)
        {
            return Refuse(PasskeyErrors.NotMade);
        }

        var made = await setUp.HandleAsync(
            new SetUpPasskey(arrival.AccountId, arrival.Generation, answer, DeviceWords.Of(Request.Headers.UserAgent)), cancellationToken);
        if (!made.IsSuccess)
        {
            return Refuse(made.Error);
        }

        var entered = await entrance.EnterAsync(HttpContext, arrival with { WithSecondFactor = true });
        return entered.IsSuccess
            ? SeeOther(entered.Value, "Passkey added. Add one on a second device too, or an authenticator app, in case you lose this one.")
            : Refuse(entered.Error);
    }

    private static string PurposeOf(Arrival arrival) => $"set up {arrival.AccountId.Value:N}";

    /// <summary>Null for those who do not stand at the door without any second factor; the page of the set-up knows where to lead them.</summary>
    private async Task<Arrival?> ArrivalAsync(CancellationToken cancellationToken) =>
        await doorstep.FindAsync(HttpContext, cancellationToken) is { Need.HasAny: false } found ? found.Arrival : null;
}
