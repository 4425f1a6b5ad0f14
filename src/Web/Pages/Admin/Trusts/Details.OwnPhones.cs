using Champions.Application.Trusts;
using Microsoft.AspNetCore.Mvc;

namespace Champions.Web.Pages.Admin.Trusts;

/// <summary>Whether the people of the trust may stay logged in longer on a phone of their own.</summary>
public sealed partial class DetailsModel
{
    public async Task<IActionResult> OnPostOwnPhonesAsync(Guid id, bool allowed, [FromServices] AllowOwnPhonesHandler ownPhones, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        var result = await ownPhones.HandleAsync(new AllowOwnPhones(new TrustId(id), allowed), Actor, cancellationToken);
        return result.IsSuccess
            ? SeeOther($"/admin/trusts/{id}", allowed
                ? "People of this trust can stay logged in on their own phones."
                : "People of this trust can no longer stay logged in on their own phones.")
            : await AgainAsync(id, result.Error, "", cancellationToken);
    }
}
