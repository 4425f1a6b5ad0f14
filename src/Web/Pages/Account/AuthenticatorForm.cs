using System.ComponentModel.DataAnnotations;

namespace Champions.Web.Pages.Account;

/// <summary>The code that proves that an app holds the key just shown.</summary>
public sealed class AuthenticatorForm
{
    /// <summary>The key, encrypted by us for this very account.</summary>
    [StringLength(1000)]
    public string? Key { get; set; }

    [Required(ErrorMessage = "Enter the 6 digits that the app shows")]
    [StringLength(20, ErrorMessage = "Enter the 6 digits that the app shows")]
    public string? Code { get; set; }
}
