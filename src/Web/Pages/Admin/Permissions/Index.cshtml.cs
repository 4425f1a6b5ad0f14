using Champions.Web.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Champions.Web.Pages.Admin.Permissions;

/// <summary>The permission table itself, with the addresses that routing gives its pages.</summary>
public sealed class IndexModel(EndpointDataSource endpoints) : ChampionsPage
{
    public static IReadOnlyList<(string Word, string Meaning)> Words => [.. AccessTable.Words.Select(w => (w.Word, w.Meaning))];

    /// <summary>In the order of the file; a page with two addresses takes two rows.</summary>
    public IReadOnlyList<PermissionRow> Rows { get; private set; } = [];

    /// <summary>The rows of each folder, in the order of the file; the folders by name.</summary>
    public IEnumerable<IGrouping<string, PermissionRow>> Folders => 
        Rows.GroupBy(row => row.Page[..row.Page.LastIndexOf('/')], StringComparer.Ordinal).OrderBy(folder => folder.Key, StringComparer.Ordinal);

    public void OnGet()
    {
        var addresses = endpoints.Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<ISuppressLinkGenerationMetadata>() is null)
            .ToLookup(e => e.Metadata.GetMetadata<PageActionDescriptor>()?.ViewEnginePath ?? "", e => AddressOf(e.RoutePattern), StringComparer.OrdinalIgnoreCase);
        Rows =
        [
            .. from row in AccessTable.Rows
               from address in addresses[row.Page].Distinct(StringComparer.Ordinal)
               select new PermissionRow(address, row.Page, row.SeeWords, row.ChangeWords),
        ];
    }

    /// <summary>For people: what a value must look like is left out.</summary>
    private static string AddressOf(RoutePattern pattern) => "/" + string.Join('/', pattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
    {
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternParameterPart value => $"{{{value.Name}}}",
        RoutePatternSeparatorPart separator => separator.Content,
        _ => "",
    }))));

    public sealed record PermissionRow(string Address, string Page, string See, string Change);
}
