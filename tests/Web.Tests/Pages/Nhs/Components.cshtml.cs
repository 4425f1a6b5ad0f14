using System.Security.Claims;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Champions.Web.Tests.Pages.Nhs;

/// <summary>Every component as a page author writes it; what it must become stands in cases.json.</summary>
public sealed class ComponentsModel : PageModel
{
    public int? Minutes => 15;

    public int? MinutesWrong => null;

    public TimeOnly Start => new(14, 15);

    public string Note => "5 < 6 & \"so on\"";

    public string? NoteWrong => null;

    public string? CountedWrong => null;

    public string Ward => "oak";

    public string? WardWrong => null;

    public string Outcome => "NeedsFollowUp";

    public string? OutcomeWrong => null;

    public string[] Topics => ["meds"];

    public string[] TopicsWrong => [];

    public bool Agreed => true;

    public DateOnly? Due => new(2026, 3, 27);

    public DateOnly? DueWrong => null;

    public DateOnly? DuePast => null;

    public string Password => "secret";

    public string? PasswordWrong => null;

    public string? FileWrong => null;

    public SelectListItem[] Wards => [new("Maple", "maple"), new("Oak", "oak"), new("Closed", "closed", selected: false, disabled: true)];

    public void OnGet()
    {
        HttpContext.User = new ClaimsPrincipal(new ClaimsIdentity(
            [new Claim("display_name", "Priya Example"), new Claim("trust_name", "Example NHS Trust"), new Claim(ClaimTypes.Role, "Helpdesk")], "test"));
        HttpContext.Request.Path = "/help";

        // Added against the order of the page, which the summary must restore
        ModelState.AddModelError("", "That time has gone");
        foreach (var name in new[] { nameof(FileWrong), nameof(PasswordWrong), nameof(TopicsWrong), nameof(OutcomeWrong), nameof(WardWrong), nameof(CountedWrong), nameof(NoteWrong) })
        {
            ModelState.AddModelError(name, $"Problem with {name}");
        }

        ModelState.SetModelValue(nameof(MinutesWrong), "abc", "abc");
        ModelState.AddModelError(nameof(MinutesWrong), "Enter minutes as a number");
        ModelState.AddModelError(nameof(MinutesWrong), "A second error is not shown");
        ModelState.SetModelValue(nameof(DueWrong), new[] { "3", "", "2026" }, "3  2026");
        ModelState.AddModelError(nameof(DueWrong), "The date must include a month");
        ModelState.SetModelValue(nameof(DuePast), new[] { "3", "3", "2020" }, "3 3 2020");
        ModelState.AddModelError(nameof(DuePast), "The date must be in the future");
    }
}
