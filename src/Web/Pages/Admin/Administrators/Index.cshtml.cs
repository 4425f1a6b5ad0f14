using Champions.Application.PeopleList;
using Champions.Application.Time;
using Champions.Application.Wording;
using Microsoft.AspNetCore.Mvc;

namespace Champions.Web.Pages.Admin.Administrators;

/// <summary>Who runs the installation. New ones are made on the server; here another one is stopped, or let in again.</summary>
public sealed class IndexModel(AdministratorQueries queries, ChangeAdministratorHandler handler) : ChampionsPage
{
    public IReadOnlyList<AdministratorRow> Administrators { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Administrators = await queries.ListAsync(Actor, cancellationToken);

    public async Task<IActionResult> OnPostAsync(Guid? administrator, string? change, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        if (administrator is not { } id || !Enum.GetNames<AccessChange>().Contains(change, StringComparer.Ordinal))
        {
            return NotFound();
        }

        var wanted = Enum.Parse<AccessChange>(change!);
        var result = await handler.HandleAsync(new ChangeAdministrator(new AccountId(id), wanted), Actor, cancellationToken);
        return result switch
        {
            { IsSuccess: false } when result.Error == PeopleErrors.NeedsSecondFactor => AskSecondFactor(),
            { IsSuccess: false } => Refuse(result.Error),
            { Value.IsNothing: true } => SeeOtherUnchanged("/admin/administrators", AccessChangeWords.Already(wanted, result.Value.Name)),
            _ => SeeOther("/admin/administrators", AccessChangeWords.Done(wanted, result.Value)),
        };
    }

    public static string LastLogIn(DateTimeOffset? at) => at is { } instant ? UkFormat.ShortDate(UkCalendar.DateOf(instant)) : "Never";
}
