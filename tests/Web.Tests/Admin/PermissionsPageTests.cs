using Champions.TestSupport.Web;
using Champions.Web.Access;

namespace Champions.Web.Tests.Admin;

public sealed class PermissionsPageTests
{
    [Fact]
    public async Task The_page_shows_every_row_of_the_table_as_the_program_uses_it()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);

        var page = await (await (await app.SignInAsync(trust.AsCoordinator)).OpenAsync("/home")).FollowAsync("See who may do what");

        page.Heading.Should().Be("Who may do what");
        var rows = page.Document.QuerySelectorAll("tbody tr")
            .Select(r => r.QuerySelectorAll("td").Select(cell => cell.LastChild!.TextContent.Trim()).ToList()).ToList();
        rows.Select(r => (r[1], r[2], r[3])).Distinct().Should().BeEquivalentTo(AccessTable.Rows.Select(r => (r.Page, r.SeeWords, r.ChangeWords)));
        var folders = page.Document.QuerySelectorAll("main details").Select(d => d.QuerySelectorAll("tbody tr")
            .Select(r => r.QuerySelectorAll("td")[1].LastChild!.TextContent.Trim()).Distinct().ToList()).ToList();
        folders.Should().HaveCountGreaterThan(5).And.OnlyContain(pages => pages.Select(FolderOf).Distinct().Count() == 1);
        folders.Select(pages => FolderOf(pages[0])).Should().OnlyHaveUniqueItems().And.BeInAscendingOrder(StringComparer.Ordinal);
        folders.Should().AllSatisfy(pages => pages.Should().Equal(AccessTable.Rows.Select(r => r.Page).Where(p => FolderOf(p) == FolderOf(pages[0])).Distinct()));
        rows.Should().ContainSingle(r => r[0] == "/wards/{id}/assign").Which.Should().Equal("/wards/{id}/assign", "/Wards/Assign", "Coordinator", "Coordinator");
        rows.Should().Contain(r => r[0] == "/" && r[1] == "/Index");
        page.TextOf(".nhsuk-summary-list__key").Should().Equal("everybody", "logged in", "in a trust", "–");
        page.Text.Should().Contain("also people who are not logged in");
    }

    private static string FolderOf(string page) => page[..page.LastIndexOf('/')];
}
