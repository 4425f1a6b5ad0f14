using System.ComponentModel.DataAnnotations;
using Champions.Application.Accounts;

namespace Champions.Web.Pages.Account;

/// <summary>A form that is sent with what a device answered; without a script, or without a device, it is sent without.</summary>
public class PasskeyForm
{
    /// <summary>JSON that the script puts in.</summary>
    [StringLength(PasskeyAnswer.CredentialMax, ErrorMessage = "The answer of this device is too long. Try another one.")]
    public string? Credential { get; set; }
}
