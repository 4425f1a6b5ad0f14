using Microsoft.Playwright;

namespace Champions.Browser.Tests.Running;

/// <summary>A person who has no mouse.</summary>
public sealed class Keyboard(IPage page)
{
    private const int MostStops = 150;

    /// <summary>Tabs on until the element has the focus, as it must be possible to do.</summary>
    public async Task ReachAsync(ILocator element)
    {
        for (var stops = 0; stops < MostStops; stops++)
        {
            if (await element.EvaluateAsync<bool>("e => e === document.activeElement"))
            {
                return;
            }

            await page.Keyboard.PressAsync("Tab");
        }

        throw new InvalidOperationException($"{page.Url}: the keyboard does not reach {element}.");
    }

    /// <summary>Presses a link or a button that leads to another address.</summary>
    public async Task PressAsync(ILocator element)
    {
        await ReachAsync(element);
        var before = page.Url;
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(url => url != before);
    }

    public async Task TypeAsync(ILocator field, string text)
    {
        await ReachAsync(field);
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.TypeAsync(text);
    }

    /// <summary>Tabs into the group and moves to the choice with the arrow keys.</summary>
    public async Task ChooseAsync(ILocator radio)
    {
        var group = page.Locator($"input[type=radio][name='{await radio.GetAttributeAsync("name")}']");
        await ReachGroupAsync(group);
        for (var moves = await group.CountAsync(); moves >= 0; moves--)
        {
            if (await radio.EvaluateAsync<bool>("e => e === document.activeElement"))
            {
                await page.Keyboard.PressAsync("Space");
                return;
            }

            await page.Keyboard.PressAsync("ArrowDown");
        }

        throw new InvalidOperationException($"{page.Url}: the arrow keys do not reach {radio}.");
    }

    private async Task ReachGroupAsync(ILocator group)
    {
        for (var stops = 0; stops < MostStops; stops++)
        {
            if (await group.EvaluateAllAsync<bool>("all => all.includes(document.activeElement)"))
            {
                return;
            }

            await page.Keyboard.PressAsync("Tab");
        }

        throw new InvalidOperationException($"{page.Url}: the keyboard does not reach the choices {group}.");
    }
}
