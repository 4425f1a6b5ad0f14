using Champions.Application.Accounts;
using Champions.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace Champions.Web.Pages.Account.Security;

public sealed class RecoveryCodesModel(RenewRecoveryCodesHandler renew, SecurityQueries queries, Entrance entrance) : SecurityPage(queries, entrance)
{
    /// <summary>Shown once, as the answer to the form: they are stored nowhere.</summary>
    public IReadOnlyList<string>? Codes { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await LookAsync(cancellationToken) ?? (Facts.HasAuthenticator ? Page() : SeeOther("/account/security/app"));

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await LookAsync(cancellationToken) is { } prove)
        {
            return prove;
        }

        var made = await renew.HandleAsync(new RenewRecoveryCodes(Device), Actor, cancellationToken);
        if (!made.IsSuccess)
        {
            return Refuse(made.Error);
        }

        Codes = made.Value.Codes;
        return Page();
    }
}
