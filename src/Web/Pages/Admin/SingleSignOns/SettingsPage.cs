using System.ComponentModel.DataAnnotations;
using Champions.Application.PeopleList;
using Champions.Domain.Common;
using Champions.Web.Access.SignOn;
using Microsoft.AspNetCore.Mvc;

namespace Champions.Web.Pages.Admin.SingleSignOns;

/// <summary>What is entered about an identity provider, new or known.</summary>
public abstract class SettingsPage(SignOnSecrets secrets) : ChampionsPage
{
    [BindProperty]
    public SettingsForm Input { get; set; } = new();

    public Guid TrustId { get; protected set; }

    /// <summary>An empty secret means the one there is.</summary>
    public bool KeepsSecret { get; protected set; }

    /// <summary>Where the provider sends people back to; null before it has an id.</summary>
    public string? ReturnAddress { get; protected set; }

    protected SingleSignOnSettings Settings() => new(
        Text.Tidy(Input.Name) ?? "",
        Input.Issuer?.Trim() ?? "",
        Input.ClientId?.Trim() ?? "",
        string.IsNullOrEmpty(Input.Secret) ? null : secrets.Close(Input.Secret),
        Text.Tidy(Input.RequiredAcr),
        Input.GivesSecondFactor);

    /// <summary>The error beside the box it is about, or the way to the page that asks for the second factor.</summary>
    protected IActionResult RefuseSettings(Error error) => error == PeopleErrors.NeedsSecondFactor ? AskSecondFactor() : Refuse(error, error.Code switch
    {
        "SingleSignOn.Name" => "Input.Name",
        "SingleSignOn.Issuer" => "Input.Issuer",
        "SingleSignOn.ClientId" => "Input.ClientId",
        "SingleSignOn.Acr" => "Input.RequiredAcr",
        _ => "",
    });

    public sealed class SettingsForm
    {
        [Required(ErrorMessage = "Enter a name, for example University Hospitals account")]
        [StringLength(Domain.Accounts.SingleSignOn.NameMax, ErrorMessage = "Enter a name of up to 60 characters")]
        public string? Name { get; set; }

        [Required(ErrorMessage = "Enter the issuer's address, starting with https://")]
        [StringLength(Domain.Accounts.SingleSignOn.IssuerMax, ErrorMessage = "Enter an address of up to 300 characters")]
        public string? Issuer { get; set; }

        [Display(Name = "Client ID")]
        [Required(ErrorMessage = "Enter the client ID that the identity provider gave you")]
        [StringLength(Domain.Accounts.SingleSignOn.ClientIdMax, ErrorMessage = "Enter a client ID of up to 200 characters")]
        public string? ClientId { get; set; }

        [Display(Name = "Client secret")]
        [StringLength(500, ErrorMessage = "Enter a client secret of up to 500 characters")]
        public string? Secret { get; set; }

        [Display(Name = "Required authentication context")]
        [StringLength(Domain.Accounts.SingleSignOn.AcrMax, ErrorMessage = "Enter a value of up to 200 characters")]
        public string? RequiredAcr { get; set; }

        public bool GivesSecondFactor { get; set; }

        public int Version { get; set; }
    }
}
