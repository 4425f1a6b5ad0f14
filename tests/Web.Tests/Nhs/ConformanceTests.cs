using AngleSharp.Html.Parser;

namespace Champions.Web.Tests.Nhs;

/// <summary>Each of our components is, element for element, what the design system's own template makes.</summary>
public sealed class ConformanceTests(ConformanceTests.Rendered rendered) : IClassFixture<ConformanceTests.Rendered>
{
    public static TheoryData<string> Names => [.. DesignSystem.Cases.Select(each => each.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_component_is_what_the_design_system_makes(string name)
    {
        var asked = DesignSystem.Cases.Single(each => each.Name == name);

        var theirs = NormalMarkup.Of(rendered.Theirs[name], asked.StripTheirs);
        var ours = NormalMarkup.Of(rendered.Ours[name], asked.StripOurs);

        ours.Should().Be(theirs);
    }

    [Fact]
    public void Every_component_of_the_test_page_is_compared() =>
        rendered.Ours.Keys.Should().BeEquivalentTo(DesignSystem.Cases.Select(each => each.Name));

    [Fact]
    public void Every_tag_helper_that_follows_the_design_system_stands_on_the_test_page()
    {
        // Our own inventions have no template to be held against
        string[] own = ["nhs-column-chart", "nhs-filters", "nhs-empty", "nhs-result-count", "nhs-user-icon", "nhs-breakable"];
        var page = File.ReadAllText(Path.Combine(DesignSystem.Folder, "..", "Pages", "Nhs", "Components.cshtml"));
        var tags = typeof(Champions.Web.Nhs.ButtonTagHelper).Assembly.GetTypes()
            .SelectMany(type => type.GetCustomAttributes(typeof(Microsoft.AspNetCore.Razor.TagHelpers.HtmlTargetElementAttribute), inherit: false))
            .Cast<Microsoft.AspNetCore.Razor.TagHelpers.HtmlTargetElementAttribute>()
            .Select(attribute => attribute.Tag)
            .Distinct();

        tags.Except(own).Where(tag => !page.Contains("<" + tag, StringComparison.Ordinal)).Should().BeEmpty();
    }

    public sealed class Rendered : IAsyncLifetime
    {
        public IReadOnlyDictionary<string, string> Theirs { get; private set; } = null!;

        public IReadOnlyDictionary<string, string> Ours { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            Theirs = await DesignSystem.RenderAsync();
            await using var host = await NhsPagesHost.StartAsync();
            var html = await host.Client.GetStringAsync("/components?ward=4");
            var page = new HtmlParser().ParseDocument(html);
            Ours = page.QuerySelectorAll("[data-case]").ToDictionary(element => element.GetAttribute("data-case")!, element => element.InnerHtml);
        }

        public Task DisposeAsync() => Task.CompletedTask;
    }
}
