using System.Security.Cryptography;
using Champions.Application.SingleSignOns;
using Champions.Web.Access;
using Champions.Web.Access.SignOn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Champions.Web.Pages.Account.SingleSignOn;

/// <summary>
/// Leads to an identity provider. Nothing is changed here; what must be the same at the return waits in cookies. Whom another site sends
/// is asked first, so that nobody is logged in without having wanted to. It is a link and no form, because browsers hold the redirects after
/// a form to the addresses that our content policy names, and a provider may lead through any.
/// </summary>
public sealed class StartModel(SingleSignOnQueries queries, SignOnOptions options) : ChampionsPage
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public string Name { get; private set; } = "";

    /// <summary>The person has come from another site, for example their trust's intranet, and has not said yet that they want to log in.</summary>
    public bool Asks { get; private set; }

    public string Address => LocalAddress.WithReturn(Request.Path, ReturnUrl);

    public string OtherWays => LocalAddress.WithReturn("/sign-in", ReturnUrl);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await queries.FindUsableAsync(new SingleSignOnId(id), cancellationToken) is not { } provider)
        {
            return NotFound();
        }

        Name = provider.Name;
        Asks = Request.Headers["Sec-Fetch-Site"] is [{ Length: > 0 } from, ..] && from is not ("same-origin" or "none");
        if (Asks)
        {
            return Page();
        }

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
