using Microsoft.AspNetCore.WebUtilities;

namespace Champions.Web.Pages;

/// <summary>The address of a list is its state; this is the same list on its first page.</summary>
internal static class ListAddress
{
    public static string FirstPage(HttpRequest request) => QueryHelpers.AddQueryString(
        request.PathBase + request.Path,
        request.Query
            .Where(pair => !string.Equals(pair.Key, "p", StringComparison.OrdinalIgnoreCase))
            .SelectMany(pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, value))));
}
