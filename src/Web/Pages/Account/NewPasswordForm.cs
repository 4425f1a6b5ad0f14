using System.ComponentModel.DataAnnotations;
using Champions.Application.Passwords;

namespace Champions.Web.Pages.Account;

/// <summary>A password typed once: the field can show it, so nobody has to type it twice.</summary>
public sealed class NewPasswordForm
{
    [Required(ErrorMessage = "Enter a new password")]
    [StringLength(PasswordRules.Most, ErrorMessage = "Use a password of up to 200 characters")]
    public string? Password { get; set; }
}
