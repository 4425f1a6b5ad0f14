using Champions.Application.Abstractions;
using Champions.Application.Accounts;
using Champions.Application.Entering;
using Champions.Domain.Common;
using Champions.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace Champions.Web.Pages.Account;

/// <summary>
/// A page on which a device is asked for a passkey: a question for the script, kept in a cookie, and a form with the answer. No limit by
/// network stands before it: a passkey cannot be guessed, and a whole hospital goes out through one address.
/// </summary>
public abstract class PasskeyPage(IPasskeys passkeys, CheckPasskeyHandler check, PasskeyCookie cookie) : ChampionsPage
{
    [BindProperty]
    public PasskeyForm Input { get; set; } = new();

    /// <param name="purpose">What the answer is for, and whose.</param>
    /// <param name="owner">Whose passkeys may answer; null for anybody's.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    protected async Task<IActionResult> AskAsync(string purpose, AccountId? owner, CancellationToken cancellationToken) =>
        Ask(purpose, await passkeys.AskAsync(owner, cancellationToken));

    /// <summary>Hands a question to the script.</summary>
    protected IActionResult Ask(string purpose, PasskeyQuestion question)
    {
        cookie.Keep(HttpContext, purpose, question);
        return Content(question.Options, "application/json");
    }

    /// <summary>The answer that the form brings; null when there is none, or none to a question of this browser.</summary>
    protected PasskeyAnswer? TakeAnswer(string purpose) => cookie.Take(HttpContext, purpose, Input.Credential ?? "");

    /// <summary>Whose passkey answered.</summary>
    protected async Task<Result<ProvedAccount>> CheckAsync(string purpose, CancellationToken cancellationToken) =>
        TakeAnswer(purpose) is { } answer ? await check.HandleAsync(new CheckPasskey(answer), cancellationToken) : PasskeyErrors.NotAccepted;
}
