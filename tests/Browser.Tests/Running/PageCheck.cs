using Microsoft.Playwright;

namespace Champions.Browser.Tests.Running;

/// <summary>What is asked of every page in every state: the budget of the front end.</summary>
public static class PageCheck
{
    /// <summary>What is wrong with the page as it stands, in words; empty when it is fine.</summary>
    /// <param name="person">Who looks at it.</param>
    /// <param name="status">The status it came with: the browser itself reports a 4xx as an error.</param>
    public static async Task<IReadOnlyList<string>> ProblemsAsync(Person person, int status = 200)
    {
        var page = await person.PageForChecksAsync();
        var problems = new List<string>();
        await SettleAsync(page);

        var seen = await page.EvaluateAsync<PageShape>("""
            () => ({
              title: document.title,
              headings: [...document.querySelectorAll('h1')].length,
              levels: [...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].filter(h => h.checkVisibility()).map(h => Number(h.tagName[1])),
              wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
              widest: [...document.body.querySelectorAll('*')]
                .filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
                .slice(0, 3).map(e => e.tagName.toLowerCase() + '.' + e.className).join(' '),
            })
            """);
        if (!seen.Title.EndsWith("Champions", StringComparison.Ordinal))
        {
            problems.Add($"the title is \"{seen.Title}\"");
        }

        if (seen.Headings != 1)
        {
            problems.Add($"it has {seen.Headings} first headings");
        }

        problems.AddRange(seen.Levels.Zip(seen.Levels.Skip(1))
            .Where(pair => pair.Second > pair.First + 1)
            .Select(pair => $"a heading of level {pair.Second} follows one of level {pair.First}"));
        if (seen.Wide > 0)
        {
            problems.Add($"it is {seen.Wide} px wider than the window ({seen.Widest})");
        }

        problems.AddRange(person.TakeComplaints()
            .Where(c => status < 400 || !c.StartsWith("Failed to load resource", StringComparison.Ordinal))
            .Select(c => $"the browser complains: {c}"));

        problems.AddRange((await Axe.RunAsync(page)).Where(v => !IsKnown(v)).Select(v => $"axe {v.Id}: {v.Help}, at {string.Join(" | ", v.Elements.Take(3))}"));
        return problems;
    }

    /// <summary>The menu is laid out anew after the window has changed. A page that stays too wide is too wide.</summary>
    public static async Task SettleAsync(IPage page)
    {
        try
        {
            await page.WaitForFunctionAsync(
                "() => document.documentElement.scrollWidth <= document.documentElement.clientWidth",
                arg: null,
                new PageWaitForFunctionOptions { Timeout = 2_000 });
        }
        catch (TimeoutException)
        {
            // The check says so in its own words.
        }
    }

    /// <summary>
    /// The one exception, see ADR 6: the design system's script tells on a radio whether the part it reveals is open.
    /// ARIA has no such state for a radio, but screen readers read it out.
    /// </summary>
    private static bool IsKnown(BrokenRule rule) =>
        rule.Id == "aria-allowed-attr"
        && rule.Elements.All(e => e.Contains("class=\"nhsuk-radios__input\"", StringComparison.Ordinal)
            && e.Contains("aria-expanded=", StringComparison.Ordinal)
            && e.Contains("aria-controls=\"conditional-", StringComparison.Ordinal));

    private sealed record PageShape
    {
        public string Title { get; init; } = "";

        public int Headings { get; init; }

        public int[] Levels { get; init; } = [];

        public int Wide { get; init; }

        public string Widest { get; init; } = "";
    }
}
