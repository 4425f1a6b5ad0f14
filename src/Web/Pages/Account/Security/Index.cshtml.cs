using Champions.Application.Accounts;
using Champions.Application.Time;
using Microsoft.AspNetCore.Mvc;

namespace Champions.Web.Pages.Account.Security;

public sealed class IndexModel(SecurityQueries queries) : ChampionsPage
{
    private SecurityFacts? facts;

    public SecurityFacts Facts => facts!;

    public string? PasswordSet => Facts.PasswordSetAt is { } at ? UkFormat.ShortDate(UkCalendar.DateOf(at)) : null;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        facts = await queries.FindAsync(Actor, cancellationToken);
        return Page();
    }
}
