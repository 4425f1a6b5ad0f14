using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Champions.Browser.Tests.Running;

/// <summary>The emails of the demo, as the page for them shows them.</summary>
public static class Inbox
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Loads the list until an email with this subject is there for this person, and opens it.</summary>
    /// <param name="reader">Anybody with a browser.</param>
    /// <param name="to">Part of the recipient's name or address.</param>
    /// <param name="subject">Part of the subject.</param>
    public static async Task OpenAsync(Person reader, string to, string subject)
    {
        var row = reader.Page.Locator("tbody tr").Filter(new LocatorFilterOptions { HasText = to }).Filter(new LocatorFilterOptions { HasText = subject });
        var waited = Stopwatch.StartNew();
        do
        {
            await reader.OpenAsync("/dev/mail");
            if (await row.CountAsync() > 0)
            {
                await row.First.GetByRole(AriaRole.Link).ClickAsync();
                await reader.Page.WaitForURLAsync("**/dev/mail/*");
                return;
            }

            await Task.Delay(200);
        }
        while (waited.Elapsed < Patience);

        throw new InvalidOperationException($"No email \"{subject}\" came for {to}. There are: {await reader.Page.InnerTextAsync("main")}");
    }

    /// <summary>The code and the link of the email for logging in that was sent to this address.</summary>
    public static async Task<(string Code, string Link)> LogInEmailAsync(Person reader, string to)
    {
        await OpenAsync(reader, to, "Your code to log in to Champions");
        var text = reader.Page.Locator(".app-email-text").First;
        var code = Regex.Match(await text.InnerTextAsync(), @"^\d{6}(?=\s*$)", RegexOptions.Multiline, TimeSpan.FromSeconds(1)).Value;
        return (code, (await text.Locator("a[href*='/sign-in/link/']").GetAttributeAsync("href"))!);
    }
}
