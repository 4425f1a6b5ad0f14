using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Champions.Browser.Tests.Running;

/// <summary>One person at one window. What the browser complained about is kept for the checks.</summary>
public sealed class Person : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> complaints = new();

    private readonly Func<Task<IPage>>? openTwin;
    private IPage? twin;

    /// <param name="context">Their browser.</param>
    /// <param name="page">Its one window.</param>
    /// <param name="openTwin">Opens another browser, for the checks, when scripts are switched off in theirs.</param>
    public Person(IBrowserContext context, IPage page, Func<Task<IPage>>? openTwin)
    {
        this.openTwin = openTwin;
        Context = context;
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                complaints.Enqueue(message.Text);
            }
        };
        page.PageError += (_, error) => complaints.Enqueue(error);
    }

    public IBrowserContext Context { get; }

    public IPage Page { get; }

    /// <summary>Path and query of where they are.</summary>
    public string Address => new Uri(Page.Url).PathAndQuery;

    /// <summary>Errors in scripts, refused resources and policy violations since the last call.</summary>
    public IReadOnlyList<string> TakeComplaints()
    {
        var taken = new List<string>();
        while (complaints.TryDequeue(out var complaint))
        {
            taken.Add(complaint);
        }

        return taken;
    }

    /// <returns>The status of the page that came in the end.</returns>
    public async Task<int> OpenAsync(string address) =>
        (await Page.GotoAsync(address, new PageGotoOptions { WaitUntil = WaitUntilState.Load }))!.Status;

    /// <summary>Logs in with the button of the demo.</summary>
    /// <param name="words">As on the button: "the coordinator".</param>
    public async Task LogInAsync(string words)
    {
        await OpenAsync("/sign-in");
        await Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = $"Log in as {words}", Exact = true }).ClickAsync();
        await Page.WaitForURLAsync("**/home");
    }

    /// <summary>
    /// Where the checks, which are scripts, can look at the page as it stands. For a browser with scripts switched off this is another
    /// window that gets the same HTML and styles, and none of the site's scripts.
    /// </summary>
    public async Task<IPage> PageForChecksAsync()
    {
        if (openTwin is null)
        {
            return Page;
        }

        twin ??= await openTwin();
        var html = await Page.ContentAsync();
        await twin.SetViewportSizeAsync(Page.ViewportSize!.Width, Page.ViewportSize.Height);
        await twin.UnrouteAllAsync();
        await twin.RouteAsync("**/*", route => route.Request.ResourceType switch
        {
            "document" => route.FulfillAsync(new RouteFulfillOptions { ContentType = "text/html; charset=utf-8", Body = html }),
            "script" => route.AbortAsync(),
            _ => route.ContinueAsync(),
        });
        await twin.GotoAsync(Page.Url, new PageGotoOptions { WaitUntil = WaitUntilState.Load });
        return twin;
    }

    public ILocator Link(string words) => Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = words, Exact = true });

    public ILocator Button(string words) => Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = words, Exact = true });

    public Task<string> HeadingAsync() => Page.InnerTextAsync("h1");

    /// <summary>What the main part says.</summary>
    public Task<string> TextAsync() => Page.InnerTextAsync("main");

    public async ValueTask DisposeAsync()
    {
        if (twin is not null)
        {
            await twin.Context.DisposeAsync();
        }

        await Context.DisposeAsync();
    }
}
