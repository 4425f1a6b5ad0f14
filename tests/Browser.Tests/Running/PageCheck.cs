using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;

namespace Champions.Browser.Tests.Running;

/// <summary>What is asked of every page in every state: the budget of the front end.</summary>
public static class PageCheck
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
        ResultTypes = [ResultType.Violations],
    };

    /// <summary>What is wrong with the page as it stands, in words; empty when it is fine.</summary>
    /// <param name="person">Who looks at it.</param>
    /// <param name="status">The status it came with: the browser itself reports a 4xx as an error.</param>
    public static async Task<IReadOnlyList<string>> ProblemsAsync(Person person, int status = 200)
    {
        var page = person.Page;
        var problems = new List<string>();

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

        var axe = await page.RunAxe(Rules);
        problems.AddRange(axe.Violations.Select(v => $"axe {v.Id}: {v.Help}, at {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}"));
        return problems;
    }

    private sealed record PageShape
    {
        public string Title { get; init; } = "";

        public int Headings { get; init; }

        public int[] Levels { get; init; } = [];

        public int Wide { get; init; }

        public string Widest { get; init; } = "";
    }
}
