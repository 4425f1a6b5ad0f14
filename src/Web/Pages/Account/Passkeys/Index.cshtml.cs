using Champions.Application.Accounts;

namespace Champions.Web.Pages.Account.Passkeys;

public sealed class IndexModel(PasskeyQueries queries) : ChampionsPage
{
    public IReadOnlyList<PasskeyRow> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Rows = await queries.ListAsync(Actor, cancellationToken);
}
