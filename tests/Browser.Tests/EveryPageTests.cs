using Champions.Browser.Tests.Running;

namespace Champions.Browser.Tests;

/// <summary>
/// Every page that a link leads to, as each person of the demo: no accessibility rule broken at 320 and 1280 px, nothing that scrolls
/// sideways, one first heading, a title of its own, a quiet console, no link that leads nowhere.
/// </summary>
[Collection(InTheBrowser.Name)]
public sealed class EveryPageTests(RealBrowser browser)
{
    public static TheoryData<string, bool> Walks
    {
        get
        {
            var walks = new TheoryData<string, bool>();
            foreach (var persona in (string[])["the coordinator", "a champion", "a staff member", "the IT helpdesk", "the administrator"])
            {
                walks.Add(persona, false);
                walks.Add(persona, true);
            }

            return walks;
        }
    }

    [Theory, MemberData(nameof(Walks))]
    public async Task Whatever_a_person_can_reach_is_accessible_and_fits(string persona, bool filtered)
    {
        var crawl = await browser.CrawlAsync(persona, filtered);

        crawl.Shapes.Should().HaveCountGreaterThan(2);
        crawl.Problems.Should().BeEmpty();
    }
}
