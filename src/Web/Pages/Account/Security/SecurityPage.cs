using Champions.Application.Accounts;
using Champions.Domain.Common;
using Champions.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace Champions.Web.Pages.Account.Security;

/// <summary>A page on which people change how they get in: it asks for a fresh proof, and lets them stay in when their sessions end.</summary>
public abstract class SecurityPage(SecurityQueries queries, Entrance entrance) : ChampionsPage
{
    private SecurityFacts? facts;

    public SecurityFacts Facts => facts!;

    protected string Device => DeviceWords.Of(Request.Headers.UserAgent);

    /// <summary>Null when the person may go on here.</summary>
    protected async Task<IActionResult?> LookAsync(CancellationToken cancellationToken)
    {
        facts = await queries.FindAsync(Actor, cancellationToken);
        return ProveAgain(Facts.ChangesNeedSecondFactor);
    }

    /// <summary>Every session of the account has ended, this one too: the person gets a new one, unless they ended once more since.</summary>
    /// <param name="withSecondFactor">It was given in the old one, or in this very request.</param>
    protected Task<Result<string>> StayInAsync(bool withSecondFactor) => entrance.EnterAsync(
        HttpContext, new Arrival(Actor.AccountId, Actor.Generation + 1, Facts.Session, withSecondFactor, Facts.IsOwnPhone, ReturnUrl: null));
}
