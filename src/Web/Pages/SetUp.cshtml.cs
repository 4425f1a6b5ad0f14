using System.ComponentModel.DataAnnotations;
using Champions.Application.Accounts;
using Champions.Application.Entering;
using Champions.Application.Passwords;
using Champions.Domain.Common;
using Champions.Domain.Staff;
using Champions.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Champions.Web.Pages;

/// <summary>First run: whoever reads the console of the program makes the first administrator. Afterwards there is no such page.</summary>
[EnableRateLimiting(AccessSetup.SignInLimit)]
public sealed class SetUpModel(SetUpQueries queries, OpenFirstAdministratorHandler open, Entrance entrance, KnownDevices devices, DoorLog log) : ChampionsPage
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await queries.IsNeededAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await queries.IsNeededAsync(cancellationToken))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Again();
        }

        var command = new OpenFirstAdministrator(Input.Code!, Input.Email!.Trim(), Text.Tidy(Input.Name)!, Input.Password!, devices.GuesserOf(HttpContext));
        var opened = await open.HandleAsync(command, cancellationToken);
        if (!opened.IsSuccess)
        {
            log.Failed(DoorLog.SetUpCode, null, opened.Error);
            return Refuse(opened.Error, FieldOf(opened.Error));
        }

        var entered = await entrance.EnterAsync(
            HttpContext, new Arrival(opened.Value.Id, opened.Value.Generation, SignInMethod.Password, WithSecondFactor: false, IsOwnPhone: false, ReturnUrl: null));
        return entered.IsSuccess ? SeeOther(entered.Value) : Refuse(entered.Error);
    }

    private static string FieldOf(Error error) =>
        error == AccountErrors.WrongSetUpCode || error.Kind == ErrorKind.TooMany ? "Input.Code"
        : error == StaffErrors.EmailNotUsable || error == AccountErrors.EmailTaken ? "Input.Email"
        : error == StaffErrors.NameNotUsable || error.Code == FreeText.NhsNumberCode ? "Input.Name"
        : "Input.Password";

    public sealed class Form
    {
        [Required(ErrorMessage = "Enter the set-up code")]
        [StringLength(40, ErrorMessage = "Enter a set-up code of up to 40 characters")]
        public string? Code { get; set; }

        [Required(ErrorMessage = "Enter your name")]
        [StringLength(StaffMember.NameMax, ErrorMessage = "Enter a shorter name")]
        public string? Name { get; set; }

        [Required(ErrorMessage = "Enter your email address")]
        [StringLength(254, ErrorMessage = "Enter an email address of up to 254 characters")]
        public string? Email { get; set; }

        [Required(ErrorMessage = "Enter a password")]
        [StringLength(PasswordRules.Most, ErrorMessage = "Use a password of up to 200 characters")]
        public string? Password { get; set; }
    }
}
