using Microsoft.Playwright;

namespace Champions.Browser.Tests.Running;

/// <summary>One Chromium and one running site for all browser tests. Each test opens people of its own.</summary>
public sealed class RealBrowser : IAsyncLifetime
{
    private const string Executable = "/usr/bin/chromium";

    private static readonly string[] Flags =
        ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"];

    private IPlaywright? playwright;
    private IBrowser? browser;
    private ChampionsSite? site;

    public ChampionsSite Site => site!;

    public async Task InitializeAsync()
    {
        var starting = ChampionsSite.StartAsync();
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Executable, Args = Flags });
        site = await starting;
    }

    public async Task DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
        if (site is not null)
        {
            await site.DisposeAsync();
        }
    }

    /// <summary>Somebody with a browser of their own: no cookies yet.</summary>
    /// <param name="width">Of the window, in CSS pixels.</param>
    /// <param name="javaScript">False for a browser with scripts switched off.</param>
    public async Task<Person> OpenAsync(int width = Widths.Desk, bool javaScript = true)
    {
        var page = await OpenPageAsync(width, javaScript);
        return new Person(page.Context, page, javaScript ? null : () => OpenPageAsync(width, javaScript: true));
    }

    /// <summary>Everything one persona of the demo can reach.</summary>
    /// <param name="words">As on the button of the log-in page: "the coordinator".</param>
    /// <param name="filtered">See <see cref="Crawl.RunAsync"/>.</param>
    public async Task<Crawl> CrawlAsync(string words, bool filtered)
    {
        await using var person = await OpenAsync();
        await person.LogInAsync(words);
        return await Crawl.RunAsync(person, filtered);
    }

    private async Task<IPage> OpenPageAsync(int width, bool javaScript)
    {
        var context = await browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Site.Address.ToString(),
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            JavaScriptEnabled = javaScript,
            Locale = "en-GB",
            TimezoneId = "Europe/London",
        });
        context.SetDefaultTimeout(15_000);
        return await context.NewPageAsync();
    }
}

public static class Widths
{
    /// <summary>The narrowest window that WCAG asks for; also a desk window at 400% zoom.</summary>
    public const int Narrow = 320;

    public const int Phone = 360;

    public const int Desk = 1280;
}

[CollectionDefinition(Name)]
public sealed class InTheBrowser : ICollectionFixture<RealBrowser>
{
    public const string Name = "In the browser";
}
