using System.ComponentModel.DataAnnotations;
using Champions.Application.Entering;
using Champions.Application.Time;
using Champions.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Champions.Web.Pages.Account;

/// <summary>At the door: the second factor of somebody who has proved the first.</summary>
[EnableRateLimiting(AccessSetup.SignInLimit)]
public sealed class SecondFactorModel(
    CheckSecondFactorHandler check, Doorstep doorstep, Entrance entrance, KnownDevices devices) : ChampionsPage
{
    private string? elsewhere;

    [BindProperty]
    public Form Input { get; set; } = new();

    /// <summary>The person has lost their app and types a code from paper.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Recovery { get; set; }

    public bool HasAuthenticator { get; private set; }

    public bool HasPasskey { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await LookAsync(cancellationToken) is null ? Elsewhere : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await LookAsync(cancellationToken) is not { } arrival)
        {
            return Elsewhere;
        }

        if (!ModelState.IsValid)
        {
            return Again();
        }

        var given = await check.HandleAsync(
            new CheckSecondFactor(arrival.AccountId, Input.Code!, DeviceWords.Of(Request.Headers.UserAgent), devices.GuesserOf(HttpContext)),
            cancellationToken);
        if (!given.IsSuccess)
        {
            return Refuse(given.Error, "Input.Code");
        }

        var entered = await entrance.EnterAsync(HttpContext, arrival with { WithSecondFactor = true });
        return entered.IsSuccess ? SeeOther(entered.Value, LeftWords(given.Value.RecoveryCodesLeft)) : Refuse(entered.Error);
    }

    private static string? LeftWords(int? left) => left switch
    {
        null => null,
        0 => "You used your last recovery code. Make new ones under your name, Log-in and security.",
        { } some => $"You are logged in with a recovery code. You have {UkFormat.Count(some, "recovery code")} left.",
    };

    private async Task<Arrival?> LookAsync(CancellationToken cancellationToken)
    {
        if (await doorstep.FindAsync(HttpContext, cancellationToken) is not { } found)
        {
            return null;
        }

        if (!found.Need.HasAny)
        {
            elsewhere = Entrance.SetUpSecondFactor;
            return null;
        }

        HasAuthenticator = found.Need.HasAuthenticator;
        HasPasskey = found.Need.HasPasskey;
        return found.Arrival;
    }

    /// <summary>Too late, or not come through the door, or nothing to give yet.</summary>
    private IActionResult Elsewhere => SeeOther(elsewhere ?? (User.Identity?.IsAuthenticated == true ? "/home" : "/sign-in"));

    public sealed class Form
    {
        [Required(ErrorMessage = "Enter the code")]
        [StringLength(40, ErrorMessage = "Enter a code of up to 40 characters")]
        public string? Code { get; set; }
    }
}
