using System.ComponentModel.DataAnnotations;
using Champions.Application.Abstractions;
using Champions.Application.Accounts;
using Champions.Web.Access;
using Champions.Web.Pages.Account.Security;
using Microsoft.AspNetCore.Mvc;

namespace Champions.Web.Pages.Account.Passkeys;

public sealed class AddModel(IPasskeys passkeys, AddPasskeyHandler add, PasskeyCookie cookie, SecurityQueries queries, Entrance entrance)
    : SecurityPage(queries, entrance)
{
    private const string List = "/account/passkeys";

    [BindProperty]
    public Form Input { get; set; } = new();

    /// <summary>The question is good for this session alone.</summary>
    private string Purpose => $"new {Actor.SessionId.Value:N}";

    private bool HasEnough => Facts.Passkeys >= Passkey.Most;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await LookAsync(cancellationToken) is { } prove)
        {
            return prove;
        }

        Input.Name = Device;
        return HasEnough ? SeeOther(List) : Page();
    }

    /// <summary>What the script hands to the browser. What may not be asked, the form itself is told when it comes without an answer.</summary>
    public async Task<IActionResult> OnPostAskAsync(CancellationToken cancellationToken)
    {
        if (await LookAsync(cancellationToken) is not null || !Passkey.TidyName(Input.Name).IsSuccess || HasEnough)
        {
            return BadRequest();
        }

        var question = await passkeys.AskForNewAsync(Actor.AccountId, cancellationToken);
        cookie.Keep(HttpContext, Purpose, question);
        return Content(question.Options, "application/json");
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await LookAsync(cancellationToken) is { } prove)
        {
            return prove;
        }

        if (!ModelState.IsValid)
        {
            return Again();
        }

        if (Passkey.TidyName(Input.Name) is { IsSuccess: false, Error: var odd })
        {
            return Refuse(odd!, "Input.Name");
        }

        if (HasEnough)
        {
            return Refuse(PasskeyErrors.Enough);
        }

        if (cookie.Take(HttpContext, Purpose, Input.Credential ?? "") is not { } answer)
        {
            return Refuse(PasskeyErrors.NotMade);
        }

        var added = await add.HandleAsync(new AddPasskey(Input.Name, answer, Device), Actor, cancellationToken);
        return added.IsSuccess ? SeeOther(List, $"Passkey added: {added.Value}") : Refuse(added.Error);
    }

    public sealed class Form : PasskeyForm
    {
        [Required(ErrorMessage = "Enter a name, for example My phone")]
        public string? Name { get; set; }
    }
}
