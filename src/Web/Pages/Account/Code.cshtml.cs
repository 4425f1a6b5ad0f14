using System.ComponentModel.DataAnnotations;
using Champions.Application.Entering;
using Champions.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.RateLimiting;

namespace Champions.Web.Pages.Account;

/// <summary>Takes the code that was sent, from the browser that asked for it.</summary>
[EnableRateLimiting(AccessSetup.SignInLimit)]
public sealed class CodeModel(UseCodeHandler use, AskForCodeHandler ask, DoorCookies cookies, KnownDevices devices, CodeEntrance entrance) : ChampionsPage
{
    private const int Digits = 6;

    private CodesAsked? asked;

    [BindProperty]
    public Form Input { get; set; } = new();

    /// <summary>As it was typed, whether anybody has it or not.</summary>
    public string Address => Asked.Address;

    public string BackTo => LocalAddress.WithReturn("/sign-in", Asked.ReturnUrl);

    private CodesAsked Asked => asked ?? throw new InvalidOperationException("This browser asked for no code, so there is no page.");

    /// <summary>A browser that asked for nothing is led to where one asks.</summary>
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        base.OnPageHandlerExecuting(context);
        asked = cookies.Read<CodesAsked>(HttpContext);
        if (asked is null && context.Result is null)
        {
            context.Result = SeeOther("/sign-in");
        }
    }

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        const string Field = $"{nameof(Input)}.{nameof(Form.Code)}";
        var digits = new string([.. (Input.Code ?? "").Where(c => !char.IsWhiteSpace(c) && c != '-')]);
        if (ModelState.IsValid && (digits.Length != Digits || !digits.All(char.IsAsciiDigit)))
        {
            ModelState.AddModelError(Field, "Enter the 6 digits of the code, for example 048 213");
        }

        if (!ModelState.IsValid)
        {
            return Again();
        }

        var proved = await use.HandleAsync(
            new UseCode([.. Asked.Codes.Select(OneTimeCodeId.From)], digits, devices.GuesserOf(HttpContext)), cancellationToken);
        if (!proved.IsSuccess)
        {
            return Refuse(proved.Error, Field);
        }

        var entered = await entrance.EnterAsync(HttpContext, proved.Value, Asked.ReturnUrl);
        return entered.IsSuccess ? SeeOther(entered.Value) : Refuse(entered.Error);
    }

    public async Task<IActionResult> OnPostAgainAsync(CancellationToken cancellationToken)
    {
        ModelState.Clear();
        var code = await ask.HandleAsync(new AskForCode(Asked.Address, Asked.ReturnUrl, devices.GuesserOf(HttpContext)), cancellationToken);
        if (!code.IsSuccess)
        {
            return Refuse(code.Error);
        }

        cookies.Keep(HttpContext, CodesAsked.With(Asked, code.Value, Asked.Address, Asked.ReturnUrl));
        return SeeOther("/sign-in/code", "We have sent another code, if the address can use Champions");
    }

    public sealed class Form
    {
        [Display(Name = "6-digit code")]
        [Required(ErrorMessage = "Enter the 6-digit code")]
        [StringLength(20, ErrorMessage = "Enter the 6 digits of the code, for example 048 213")]
        public string? Code { get; set; }
    }
}
