using System.ComponentModel.DataAnnotations;
using Champions.Application.PeopleList;
using Champions.Application.Trusts;
using Champions.Domain.Trusts;
using Microsoft.AspNetCore.Mvc;

namespace Champions.Web.Pages.Admin.Retention;

/// <summary>How long one trust keeps what.</summary>
public sealed class IndexModel(TrustQueries trusts, KeepTextsHandler handler) : ChampionsPage
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public Guid TrustId { get; private set; }

    public string Trust { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(Guid trustId, CancellationToken cancellationToken)
    {
        if (await LoadAsync(trustId, cancellationToken) is not { } trust)
        {
            return NotFound();
        }

        if (ProveAgain() is { } prove)
        {
            return prove;
        }

        Fill(trust);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid trustId, CancellationToken cancellationToken)
    {
        if (await LoadAsync(trustId, cancellationToken) is not { } trust)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Again();
        }

        var kept = await handler.HandleAsync(
            new KeepTexts(new TrustId(trustId), Input.Version, Input.NotesMonths!.Value, Input.LeaversMonths!.Value), Actor, cancellationToken);
        if (kept.Error == TrustErrors.Changed)
        {
            // What stands now, so that saving again is a choice and no accident
            ModelState.Clear();
            Fill(trust);
        }

        return kept.IsSuccess ? SeeOther($"/admin/trusts/{trustId}", "How long data is kept is saved.")
            : kept.Error == PeopleErrors.NeedsSecondFactor ? AskSecondFactor() : Refuse(kept.Error);
    }

    private void Fill(TrustDetails trust) =>
        Input = new Form { NotesMonths = trust.NotesMonths, LeaversMonths = trust.LeaversMonths, Version = trust.Version };

    private async Task<TrustDetails?> LoadAsync(Guid trustId, CancellationToken cancellationToken)
    {
        var trust = await trusts.FindAsync(new TrustId(trustId), cancellationToken);
        if (trust is not { UsesChampions: true })
        {
            return null;
        }

        (TrustId, Trust) = (trustId, trust.Name);
        return trust;
    }

    public sealed class Form
    {
        private const string Months = "Enter a number of months from 3 to 96";

        [Display(Name = "Months that notes are kept")]
        [Required(ErrorMessage = Months)]
        [Range(Domain.Trusts.Trust.LeastMonthsKept, Domain.Trusts.Trust.MostMonthsKept, ErrorMessage = Months)]
        public int? NotesMonths { get; set; }

        [Display(Name = "Months that names are kept")]
        [Required(ErrorMessage = Months)]
        [Range(Domain.Trusts.Trust.LeastMonthsKept, Domain.Trusts.Trust.MostMonthsKept, ErrorMessage = Months)]
        public int? LeaversMonths { get; set; }

        public int Version { get; set; }
    }
}
