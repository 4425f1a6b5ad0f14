using System.Text;
using System.Text.RegularExpressions;
using Champions.Application.Abstractions;
using Microsoft.AspNetCore.Mvc;

namespace Champions.Web.Pages.Dev.Mail;

/// <summary>One email of the demo, part by part.</summary>
public sealed partial class EmailModel(IMailFolder folder, IHostEnvironment environment) : ChampionsPage
{
    /// <summary>
    /// The email's HTML is shown as a document of its own: its style works, no script runs, nothing is fetched, and its links open
    /// beside the frame. The page around it keeps the site's own policy.
    /// </summary>
    private const string FramePolicy =
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; frame-ancestors 'self'; " +
        "sandbox allow-popups allow-popups-to-escape-sandbox";

    private StoredEmail? email;

    public StoredEmail Email => email ?? throw new InvalidOperationException("No email was found, so there is no page.");

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnGetHtmlAsync(string id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken) || Email.Html is not { } html)
        {
            return NotFound();
        }

        Response.Headers.ContentSecurityPolicy = FramePolicy;
        var head = html.IndexOf("<head>", StringComparison.OrdinalIgnoreCase);
        const string linksBeside = "<base target=\"_blank\">";
        return Content(head < 0 ? linksBeside + html : html.Insert(head + "<head>".Length, linksBeside), "text/html; charset=utf-8");
    }

    public async Task<IActionResult> OnGetCalendarAsync(string id, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) && Email.Calendar is { } calendar
            ? File(Encoding.UTF8.GetBytes(calendar), "text/calendar; charset=utf-8", "invite.ics")
            : NotFound();

    /// <summary>The plain part cut into words and web addresses, so that the addresses can be followed.</summary>
    public IEnumerable<(string Text, bool IsLink)> Pieces()
    {
        var last = 0;
        foreach (Match link in WebAddress().Matches(Email.Text))
        {
            yield return (Email.Text[last..link.Index], false);
            yield return (link.Value, true);
            last = link.Index + link.Length;
        }

        yield return (Email.Text[last..], false);
    }

    private async Task<bool> FindAsync(string id, CancellationToken cancellationToken)
    {
        email = environment.IsDevelopment() ? await folder.FindAsync(id, cancellationToken) : null;
        return email is not null;
    }

    [GeneratedRegex(@"https?://[^\s<>""]+[^\s<>"".,;:)]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WebAddress();
}
