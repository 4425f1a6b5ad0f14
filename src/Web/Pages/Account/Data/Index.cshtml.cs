using Champions.Application.Privacy;

namespace Champions.Web.Pages.Account.Data;

/// <summary>What is kept about the person who looks, and the way to take it away or put it right.</summary>
public sealed class IndexModel(MyDataQueries queries) : ChampionsPage
{
    public MyDetails Me { get; private set; } = null!;

    /// <summary>How long the trust keeps what; null for somebody without a trust.</summary>
    public MonthsKept? Kept { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Me = await queries.DetailsAsync(Actor, cancellationToken);
        Kept = await queries.KeptAsync(Actor, cancellationToken);
    }
}
