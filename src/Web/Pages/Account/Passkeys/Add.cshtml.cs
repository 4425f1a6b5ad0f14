using System.ComponentModel.DataAnnotations;
using Champions.Application.Abstractions;
using Champions.Application.Accounts;
using Champions.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace Champions.Web.Pages.Account.Passkeys;

public sealed class AddModel(IPasskeys passkeys, PasskeyQueries queries, AddPasskeyHandler add, PasskeyCookie cookie, TimeProvider clock) : ChampionsPage
{
    private const string Here = "/account/passkeys/add";

    [BindProperty]
    public Form Input { get; set; } = new();

    /// <summary>The question is good for this session alone.</summary>
    private string Purpose => $"new {Actor.SessionId.Value:N}";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!Actor.HasJustProved(clock.GetUtcNow()))
        {
            return SeeOther(LocalAddress.WithReturn("/sign-in/again", Here));
        }

        if (await HasEnoughAsync(cancellationToken))
        {
            return SeeOther("/account/passkeys");
        }

        Input.Name = DeviceWords.Of(Request.Headers.UserAgent);
        return Page();
    }

    /// <summary>What the script hands to the browser. What may not be asked, the form itself is told when it comes without an answer.</summary>
    public async Task<IActionResult> OnPostAskAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid || !Actor.HasJustProved(clock.GetUtcNow()) || !Passkey.TidyName(Input.Name).IsSuccess || await HasEnoughAsync(cancellationToken))
        {
            return BadRequest();
        }

        var question = await passkeys.AskForNewAsync(Actor.AccountId, cancellationToken);
        cookie.Keep(HttpContext, Purpose, question);
        return Content(question.Options, "application/json");
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!Actor.HasJustProved(clock.GetUtcNow()))
        {
            return SeeOther(LocalAddress.WithReturn("/sign-in/again", Here));
        }

        if (!ModelState.IsValid)
        {
            return Again();
        }

        if (Passkey.TidyName(Input.Name) is { IsSuccess: false, Error: var odd })
        {
            return Refuse(odd!, "Input.Name");
        }

        if (await HasEnoughAsync(cancellationToken))
        {
            return Refuse(PasskeyErrors.Enough);
        }

        if (cookie.Take(HttpContext, Purpose, Input.Credential ?? "") is not { } answer)
        {
            return Refuse(PasskeyErrors.NotMade);
        }

        var added = await add.HandleAsync(new AddPasskey(Input.Name, answer, DeviceWords.Of(Request.Headers.UserAgent)), Actor, cancellationToken);
        return added.IsSuccess ? SeeOther("/account/passkeys", $"Passkey added: {added.Value}") : Refuse(added.Error);
    }

    private async Task<bool> HasEnoughAsync(CancellationToken cancellationToken) =>
        (await queries.ListAsync(Actor, cancellationToken)).Count >= Passkey.Most;

    public sealed class Form : PasskeyForm
    {
        [Required(ErrorMessage = "Enter a name, for example My phone")]
        public string? Name { get; set; }
    }
}
