using System.ComponentModel.DataAnnotations;
using Champions.Application.Accounts;
using Champions.Application.Entering;
using Champions.Application.Passwords;
using Champions.Domain.Common;
using Champions.Web.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Champions.Web.Pages.Account;

/// <summary>Somebody who is in proves again that it is them, before they change what matters. The session stays the same.</summary>
[EnableRateLimiting(AccessSetup.SignInLimit)]
public sealed class ProveAgainModel(
    SecurityQueries queries, CheckPasswordHandler password, CheckSecondFactorHandler code, RefreshProofHandler refresh, EndSessionHandler end, KnownDevices devices)
    : ChampionsPage
{
    private static readonly Error WrongPassword = Error.Invalid("Account.WrongOwnPassword", "This is not your password. Try again.");

    [BindProperty]
    public Form Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>Only a second factor will do.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Second { get; set; }

    public ProveAgainWay Way { get; private set; }

    public string Email { get; private set; } = "";

    public bool HasPasskey { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LookAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LookAsync(cancellationToken);
        var proof = await CheckAsync(cancellationToken);
        if (proof is null)
        {
            return Again();
        }

        if (proof.Error == AccountErrors.PasswordTooShortAlone)
        {
            // Right, and yet no proof any more
            Way = ProveAgainWay.LogIn;
            return Refuse(proof.Error);
        }

        if (!proof.IsSuccess)
        {
            return Refuse(proof.Error, Way == ProveAgainWay.App ? "Input.Code" : "Input.Password");
        }

        var refreshed = await refresh.HandleAsync(new RefreshProof(Way is not ProveAgainWay.Password), Actor, cancellationToken);
        return refreshed.IsSuccess ? SeeOther(LocalAddress.Or(ReturnUrl, "/home")) : Refuse(refreshed.Error);
    }

    public async Task<IActionResult> OnPostLogInAsync(CancellationToken cancellationToken)
    {
        _ = await end.HandleAsync(new EndSession(Actor.SessionId), Actor, cancellationToken);
        await HttpContext.SignOutAsync();
        return SeeOther(LocalAddress.WithReturn("/sign-in", ReturnUrl));
    }

    /// <summary>Null when nothing was typed, or when this is no way to prove anything.</summary>
    private async Task<Result?> CheckAsync(CancellationToken cancellationToken)
    {
        var guesser = devices.GuesserOf(HttpContext);
        switch (Way)
        {
            case ProveAgainWay.Demo:
                return Result.Success;
            case ProveAgainWay.App when Typed(Input.Code, "Input.Code", "Enter the code from your app"):
                return await code.HandleAsync(new CheckSecondFactor(Actor.AccountId, Input.Code!, DeviceWords.Of(Request.Headers.UserAgent), guesser), cancellationToken);
            case ProveAgainWay.Password when Typed(Input.Password, "Input.Password", "Enter your password"):
                return await password.HandleAsync(new CheckPassword(Email, Input.Password!, guesser), cancellationToken) is { IsSuccess: false, Error: var error }
                    ? error!.Kind == ErrorKind.TooMany || error == AccountErrors.PasswordTooShortAlone ? error : WrongPassword
                    : Result.Success;
            default:
                return null;
        }
    }

    private bool Typed(string? text, string field, string otherwise)
    {
        if (string.IsNullOrEmpty(text))
        {
            ModelState.AddModelError(field, otherwise);
        }

        return ModelState.IsValid;
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        var facts = await queries.FindAsync(Actor, cancellationToken);
        (Email, HasPasskey) = (facts.Email, facts.Passkeys > 0);
        var needsSecond = Second || facts.ChangesNeedSecondFactor;
        Way = facts switch
        {
            { HasAuthenticator: true } => ProveAgainWay.App,
            { Passkeys: > 0 } when needsSecond => ProveAgainWay.Passkey,
            { Session: SignInMethod.Demo } => ProveAgainWay.Demo,
            _ when needsSecond => ProveAgainWay.SetUp,
            { HasPassword: true } => ProveAgainWay.Password,
            _ => ProveAgainWay.LogIn,
        };
    }

    public sealed class Form
    {
        [StringLength(40, ErrorMessage = "Enter a code of up to 40 characters")]
        public string? Code { get; set; }

        [StringLength(PasswordRules.Most, ErrorMessage = "Enter a password of up to 200 characters")]
        public string? Password { get; set; }
    }
}

/// <summary>How somebody who is in can prove again that it is them.</summary>
public enum ProveAgainWay
{
    App,
    Password,

    /// <summary>Only with a passkey, which the page offers beside the other ways as well.</summary>
    Passkey,

    /// <summary>Neither app nor a password that is long enough: they log in anew, with a code by email.</summary>
    LogIn,

    /// <summary>A second factor is needed and they have none yet.</summary>
    SetUp,

    /// <summary>One press, as at the door of the demo.</summary>
    Demo,
}
