using System.Security.Claims;

namespace Champions.Web.Access.SignOn;

/// <summary>What came back from an identity provider, handed from the framework's handler to the page that goes on with it.</summary>
/// <param name="Person">From the checked token; null when the answer did not hold.</param>
/// <param name="AskedFor">The page the person came for.</param>
internal sealed record SignOnAnswer(ClaimsPrincipal? Person, string? AskedFor)
{
    /// <summary>Key of what travels with the request, protected.</summary>
    public const string ReturnUrl = "champions.return";

    public string? Issuer => Person?.FindFirstValue("iss");

    public string? Subject => Person?.FindFirstValue("sub");

    /// <summary>For showing only, never for finding an account.</summary>
    public string Shown => Person?.FindFirstValue("email") ?? Person?.FindFirstValue("name") ?? "";

    public static void Give(HttpContext context, SignOnAnswer answer) => context.Items[typeof(SignOnAnswer)] = answer;

    public static SignOnAnswer? Take(HttpContext context) => context.Items[typeof(SignOnAnswer)] as SignOnAnswer;
}
