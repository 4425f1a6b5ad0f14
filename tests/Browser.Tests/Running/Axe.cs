using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Champions.Browser.Tests.Running;

/// <summary>
/// The accessibility rules, run in the page itself. The package's own way opens a second window for each run and carries there and back
/// every element that breaks no rule, which takes several times as long as the rules; it is kept for pages with frames.
/// </summary>
internal static class Axe
{
    private static readonly string[] Tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    private static readonly AxeRunOptions WithFrames = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = [.. Tags] },
        ResultTypes = [ResultType.Violations],
    };

    /// <summary>The rules that the page breaks as it stands.</summary>
    public static async Task<IReadOnlyList<BrokenRule>> RunAsync(IPage page)
    {
        if (page.Frames.Count > 1)
        {
            var result = await page.RunAxe(WithFrames);
            return [.. result.Violations.Select(v => new BrokenRule { Id = v.Id, Help = v.Help, Elements = [.. v.Nodes.Select(n => n.Html)] })];
        }

        // It stays until the next page comes
        if (!await page.EvaluateAsync<bool>("() => window.axe !== undefined"))
        {
            await page.EvaluateAsync(Script);
        }

        return await page.EvaluateAsync<BrokenRule[]>(
            """
            async tags => {
              const { violations } = await window.axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] })
              return violations.map(v => ({ id: v.id, help: v.help, elements: v.nodes.map(n => n.html) }))
            }
            """,
            Tags);
    }
}

/// <summary>A rule of axe-core with the HTML of each element that breaks it.</summary>
internal sealed record BrokenRule
{
    public string Id { get; init; } = "";

    public string Help { get; init; } = "";

    public string[] Elements { get; init; } = [];
}
