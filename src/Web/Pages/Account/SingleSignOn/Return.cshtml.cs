using Champions.Application.Entering;
using Champions.Application.SingleSignOns;
using Champions.Web.Access;
using Champions.Web.Access.SignOn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;

namespace Champions.Web.Pages.Account.SingleSignOn;

/// <summary>
/// Where identity providers send people back to. The framework's handler checks state, code and token; what it lets through either is
/// somebody's account already, or is linked to one when the person has proved their work email too.
/// </summary>
public sealed class ReturnModel(
    SingleSignOnQueries queries,
    SignOnOptions options,
    IAuthenticationHandlerProvider handlers,
    EnterBySingleSignOnHandler enter,
    Entrance entrance,
    PendingSignOns pending,
    DoorLog log) : ChampionsPage
{
    public string Name { get; private set; } = "";

    public Guid Id { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        if (await queries.FindUsableAsync(new SingleSignOnId(id), cancellationToken) is not { } provider)
        {
            return NotFound();
        }

        (Id, Name) = (id, provider.Name);
        if (await AskAsync(provider) is { Issuer: { } issuer, Subject: { Length: <= ExternalLogin.SubjectMax } subject } answer)
        {
            return await GoOnAsync(provider, issuer, subject, answer, cancellationToken);
        }

        log.Failed(nameof(SignInMethod.SingleSignOn), null, $"SingleSignOn.AnswerRefused of provider {id}");
        return Again();
    }

    private async Task<SignOnAnswer?> AskAsync(Domain.Accounts.SingleSignOn provider)
    {
        if (await handlers.GetHandlerAsync(HttpContext, options.Prepare(provider)) is not IAuthenticationRequestHandler handler)
        {
            throw new InvalidOperationException("The OpenID Connect handler handles requests.");
        }

        await handler.HandleRequestAsync();
        return SignOnAnswer.Take(HttpContext);
    }

    private async Task<IActionResult> GoOnAsync(
        Domain.Accounts.SingleSignOn provider, string issuer, string subject, SignOnAnswer answer, CancellationToken cancellationToken)
    {
        var found = await enter.HandleAsync(new EnterBySingleSignOn(provider.Id, issuer, subject), cancellationToken);
        if (!found.IsSuccess)
        {
            return Refuse(log.Failed(nameof(SignInMethod.SingleSignOn), null, found.Error));
        }

        if (found.Value.AccountId is not { } account)
        {
            pending.Keep(HttpContext, new PendingSignOn(provider.Id.Value, issuer, subject, answer.Shown));
            return SeeOther(
                LocalAddress.WithReturn("/sign-in", LinkModel.Address),
                $"{provider.Name} knows you. Log in once with your work email as well, so that we know who you are here.");
        }

        var entered = await entrance.EnterAsync(
            HttpContext,
            new Arrival(account, found.Value.Generation, SignInMethod.SingleSignOn, provider.GivesSecondFactor, IsOwnPhone: false, answer.AskedFor));
        return entered.IsSuccess ? SeeOther(entered.Value) : Refuse(entered.Error);
    }
}
