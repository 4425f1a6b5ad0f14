using System.ComponentModel.DataAnnotations;
using Champions.Application.Entering;
using Champions.Application.SingleSignOns;
using Champions.Domain.Staff;
using Champions.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.RateLimiting;

namespace Champions.Web.Pages.Account;

/// <summary>Asks for the address alone. What comes next is the same whether anybody has it or not.</summary>
[EnableRateLimiting(AccessSetup.SignInLimit)]
public sealed class SignInModel(
    AskForCodeHandler ask,
    DoorCookies cookies,
    KnownDevices devices,
    SingleSignOnQueries signOns,
    DemoAccountQueries demoAccounts,
    Entrance entrance,
    DemoPersonas demo) : ChampionsPage
{
    [BindProperty]
    public Form Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>Who the demo offers with one click; empty outside the demo.</summary>
    public IReadOnlyList<DemoPersona> Personas => demo.All;

    public string DemoPassword => DemoPersonas.Password;

    public string WithPassword => LocalAddress.WithReturn("/sign-in/password", ReturnUrl);

    public string WithSingleSignOn => LocalAddress.WithReturn("/sign-in/single-sign-on", ReturnUrl);

    /// <summary>Some trust's people log in with their trust's own account.</summary>
    public bool HasSingleSignOn { get; private set; }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        HasSingleSignOn = (await signOns.ChoicesAsync(HttpContext.RequestAborted)).Count > 0;
        await base.OnPageHandlerExecutionAsync(context, next);
    }

    public IActionResult OnGet() => User.Identity?.IsAuthenticated == true ? SeeOther(LocalAddress.Or(ReturnUrl, "/home")) : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return Again();
        }

        if (!EmailAddress.IsUsable(Input.Email))
        {
            return Refuse(StaffErrors.EmailNotUsable, $"{nameof(Input)}.{nameof(Input.Email)}");
        }

        var wanted = LocalAddress.Or(ReturnUrl, "") is { Length: > 0 } local ? local : null;
        var asked = await ask.HandleAsync(new AskForCode(Input.Email!, wanted, devices.GuesserOf(HttpContext)), cancellationToken);
        if (!asked.IsSuccess)
        {
            return Refuse(asked.Error);
        }

        cookies.Keep(HttpContext, CodesAsked.With(cookies.Read<CodesAsked>(HttpContext), asked.Value, Input.Email!, wanted));
        return SeeOther("/sign-in/code");
    }

    public async Task<IActionResult> OnPostDemoAsync(string? persona, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        var known = demo.All.FirstOrDefault(p => p.Email == persona);
        return known is not null && await demoAccounts.FindAsync(known.Email, cancellationToken) is { } account
            ? await EnterAsync(account)
            : NotFound();
    }

    private async Task<IActionResult> EnterAsync(ProvedAccount account)
    {
        var entered = await entrance.EnterAsync(
            HttpContext,
            new Arrival(account.Id, account.Generation, SignInMethod.Demo, WithSecondFactor: true, IsOwnPhone: false, ReturnUrl));
        return entered.IsSuccess ? SeeOther(entered.Value) : Refuse(entered.Error);
    }

    public sealed class Form
    {
        [Display(Name = "Work email address")]
        [Required(ErrorMessage = "Enter your work email address")]
        [StringLength(StaffMember.EmailMax, ErrorMessage = "Enter an email address of up to 254 characters")]
        public string? Email { get; set; }
    }
}
