using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Champions.Web.Tests.Pages.Nhs;

/// <summary>A form of the fields that read more than text.</summary>
public sealed class FormModel : PageModel
{
    [BindProperty(SupportsGet = true)]
    [Required(ErrorMessage = "Enter the day")]
    public DateOnly? Due { get; set; }

    [BindProperty]
    [Display(Name = "Start time")]
    [Required]
    public TimeOnly? Start { get; set; }

    [BindProperty]
    public bool Agreed { get; set; }

    [BindProperty]
    public List<string> Topics { get; set; } = ["a"];

    [BindProperty]
    [StringLength(10)]
    public string? Note { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    public string Bound => string.Create(CultureInfo.InvariantCulture,
        $"{Due:yyyy-MM-dd} {Start:HH:mm} {Agreed} {string.Join('+', Topics)} {ModelState.IsValid}");

    public void OnPost()
    {
        if (!ModelState.IsValid)
        {
            Response.StatusCode = 400;
        }
    }
}
