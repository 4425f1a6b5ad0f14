using System.Security.Cryptography;
using Champions.Application.SingleSignOns;
using Champions.Web.Access;
using Champions.Web.Access.SignOn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Champions.Web.Pages.Account.SingleSignOn;

/// <summary>Leads to an identity provider. Nothing is changed here; what must be the same at the return waits in cookies.</summary>
public sealed class StartModel(SingleSignOnQueries queries, SignOnOptions options) : ChampionsPage
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public string Name { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await queries.FindUsableAsync(new SingleSignOnId(id), cancellationToken) is not { } provider)
        {
            return NotFound();
        }

        Name = provider.Name;
        var properties = new AuthenticationProperties();
        properties.Items[SignOnAnswer.ReturnUrl] = LocalAddress.Or(ReturnUrl, "");
        try
        {
            await HttpContext.ChallengeAsync(options.Prepare(provider), properties);
            return new EmptyResult();
        }
        catch (Exception fault) when (IsOfProvider(fault) && !cancellationToken.IsCancellationRequested)
        {
            Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return Page();
        }
    }

    /// <summary>It does not answer, it will have nothing to do with us, or our secret for it was sealed with keys that are gone.</summary>
    private static bool IsOfProvider(Exception fault) => fault is InvalidOperationException or HttpRequestException
        or OperationCanceledException or OpenIdConnectProtocolException or CryptographicException;
}
