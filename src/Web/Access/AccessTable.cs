using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace Champions.Web.Access;

/// <summary>
/// Who may do what, as <c>permissions.md</c> beside this file says: the one table behind every page's policy, the page that shows it and
/// the access tests. A page without a row stops the program from starting.
/// </summary>
internal static class AccessTable
{
    private const string File = "Champions.Web.Access.permissions.md";
    private const Roles InTrust = Roles.Staff | Roles.Champion | Roles.Coordinator | Roles.Helpdesk;

    private static readonly string[] Lines = Read();

    /// <summary>Rows in the order of the file.</summary>
    public static IReadOnlyList<AccessRow> Rows { get; } = [.. Lines.Where(l => l.StartsWith("| /", StringComparison.Ordinal)).Select(RowOf)];

    /// <summary>What the words in the cells mean, in the order of the file.</summary>
    public static IReadOnlyList<AccessWord> Words { get; } = [.. Lines.Where(l => l.StartsWith("- **", StringComparison.Ordinal)).Select(WordOf)];

    /// <summary>Who may see a page, by Razor page. No role at all means signed out people too.</summary>
    public static IReadOnlyDictionary<string, Roles> Pages { get; } = Rows.ToDictionary(r => r.Page, r => r.See, StringComparer.OrdinalIgnoreCase);

    /// <summary>Gives every page the policy of its row.</summary>
    public static void Apply(PageConventionCollection conventions) => conventions.AddFolderApplicationModelConvention("/", page =>
    {
        var row = Rows.FirstOrDefault(r => string.Equals(r.Page, page.ViewEnginePath, StringComparison.OrdinalIgnoreCase))
            ?? throw new InvalidOperationException($"The page {page.ViewEnginePath} has no row in permissions.md.");

        page.EndpointMetadata.Add(row.See == Roles.None
            ? new AllowAnonymousAttribute()
            : new AuthorizeAttribute { Policy = AccessRequirement.PolicyName });
        page.EndpointMetadata.Add(row);
    });

    private static string[] Read()
    {
        using var file = typeof(AccessTable).Assembly.GetManifestResourceStream(File)
            ?? throw new InvalidOperationException($"{File} is not in the program.");
        using var reader = new StreamReader(file);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries);
    }

    private static AccessRow RowOf(string line)
    {
        var cells = line.Split('|', StringSplitOptions.TrimEntries);
        return new AccessRow(cells[1], RolesOf(cells[2])!.Value, RolesOf(cells[3]), cells[2], cells[3]);
    }

    private static AccessWord WordOf(string line)
    {
        var parts = line["- **".Length..].Split("**: ", 2);
        return new AccessWord(parts[0], parts[1]);
    }

    private static Roles? RolesOf(string words) => words switch
    {
        "–" => null,
        "everybody" => Roles.None,
        "logged in" => InTrust | Roles.Administrator,
        "in a trust" => InTrust,
        _ => words.Split(',', StringSplitOptions.TrimEntries).Aggregate(Roles.None, (sum, role) => sum | Enum.Parse<Roles>(role)),
    };
}

/// <param name="Page">Razor page.</param>
/// <param name="See">Who may fetch it; none means everybody.</param>
/// <param name="Change">Who may post to it; null when it takes no posts.</param>
/// <param name="SeeWords">The cell as it stands in the file.</param>
/// <param name="ChangeWords">The other cell as it stands in the file.</param>
internal sealed record AccessRow(string Page, Roles See, Roles? Change, string SeeWords, string ChangeWords);

/// <param name="Word">As it stands in cells.</param>
/// <param name="Meaning">In plain words.</param>
internal sealed record AccessWord(string Word, string Meaning);
