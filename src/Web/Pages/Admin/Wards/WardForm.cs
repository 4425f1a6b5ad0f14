using System.ComponentModel.DataAnnotations;
using Champions.Domain.Common;
using Champions.Domain.Wards;

namespace Champions.Web.Pages.Admin.Wards;

/// <summary>What a ward is called.</summary>
public sealed class WardForm
{
    [Display(Name = "Ward name")]
    [Required(ErrorMessage = "Enter the name of the ward, for example Maple Ward")]
    [StringLength(Ward.NameMax, ErrorMessage = "Enter a ward name of up to 60 characters")]
    public string? Name { get; set; }

    [Display(Name = "Ward code")]
    [Required(ErrorMessage = "Enter the code of the ward, for example 7B")]
    [StringLength(Ward.CodeMax, ErrorMessage = "Enter a ward code of up to 12 characters")]
    public string? Code { get; set; }

    [Display(Name = "Specialty")]
    [StringLength(Ward.SpecialtyMax, ErrorMessage = "Enter a specialty of up to 100 characters")]
    public string? Specialty { get; set; }

    /// <summary>Where on a page with this form the words of an error stand.</summary>
    internal static string FieldOf(Error error) =>
        error == WardErrors.CodeNotUsable || error == WardErrors.CodeTaken ? "Input.Code"
        : error == WardErrors.NameNotUsable ? "Input.Name"
        : error == WardErrors.SpecialtyNotUsable ? "Input.Specialty"
        : error == WardErrors.SiteNotFound ? "Site"
        : "";
}
