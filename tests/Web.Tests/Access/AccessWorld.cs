using System.Text.RegularExpressions;
using Champions.Application.Abstractions;
using Champions.TestSupport.Web;
using Champions.Web.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Champions.Web.Tests.Access;

/// <summary>The running program with two trusts and one signed-in person for each role of the first.</summary>
public sealed partial class AccessWorld : IAsyncLifetime
{
    private readonly Dictionary<Who, Visitor> visitors = [];
    private readonly Dictionary<Who, string> tokens = [];

    public ChampionsApp App { get; private set; } = null!;

    public SampleRows Ours { get; private set; } = null!;

    public SampleRows Theirs { get; private set; } = null!;

    internal IReadOnlyList<RouteEndpoint> Endpoints =>
        [.. App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()];

    public async Task InitializeAsync()
    {
        App = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        Ours = await SampleRows.CreateAsync(await SmallTrust.CreateAsync(App.Db));
        Theirs = await SampleRows.CreateAsync(await SmallTrust.CreateOtherAsync(App.Db));
        foreach (var who in Enum.GetValues<Who>())
        {
            visitors[who] = ActorOf(who) is { } actor ? await App.SignInAsync(actor) : App.NewVisitor();
            tokens[who] = (await visitors[who].OpenAsync(who == Who.SignedOut ? "/sign-in/password" : "/home")).Token;
        }
    }

    public async Task DisposeAsync() => await App.DisposeAsync();

    public Actor? ActorOf(Who who) => who switch
    {
        Who.SignedOut => null,
        Who.Staff => Ours.Trust.AsStaff,
        Who.Champion => Ours.Trust.AsChampion,
        Who.Coordinator => Ours.Trust.AsCoordinator,
        Who.Helpdesk => Ours.Trust.AsHelpdesk,
        Who.Administrator => SmallTrust.AsAdministrator,
        _ => throw new ArgumentOutOfRangeException(nameof(who), who, "Nobody."),
    };

    public bool May(Who who, Roles row) => row == Roles.None || (ActorOf(who) is { } actor && actor.Is(row));

    /// <summary>One request, no redirect followed.</summary>
    public Task<HttpResponseMessage> GetAsync(Who who, string address) => visitors[who].Client.GetAsync(address);

    /// <summary>A form with nothing in it but, when asked for, the person's own valid token.</summary>
    public Task<HttpResponseMessage> PostAsync(Who who, string address, bool withToken) => visitors[who].Client.PostAsync(
        address, new FormUrlEncodedContent(withToken ? [KeyValuePair.Create("__RequestVerificationToken", tokens[who])] : []));

    /// <summary>The routes of a page as routing knows them, with a leading slash.</summary>
    internal IReadOnlyList<string> RoutesOf(string page) =>
    [
        .. Endpoints.Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is { } descriptor && descriptor.ViewEnginePath == page)
            .Where(e => e.Metadata.GetMetadata<ISuppressLinkGenerationMetadata>() is null)
            .Select(RouteOf),
    ];

    /// <summary>Names of the post handlers of a page; the empty name is the default one.</summary>
    internal async Task<IReadOnlyList<string>> PostHandlersOf(string page)
    {
        var descriptor = Endpoints.Select(e => e.Metadata.GetMetadata<PageActionDescriptor>()).First(d => d?.ViewEnginePath == page)!;
        var compiled = await App.Services.GetRequiredService<PageLoader>().LoadAsync(descriptor, EndpointMetadataCollection.Empty);
        return [.. compiled.HandlerMethods.Where(h => h.HttpMethod == "Post").Select(h => h.Name ?? "")];
    }

    /// <summary>With a leading slash and without constraints: <c>/wards/{id}/assign</c>.</summary>
    internal static string RouteOf(RouteEndpoint endpoint) => "/" + Constraint().Replace(endpoint.RoutePattern.RawText!.TrimStart('/'), "");

    internal static string Fill(string route, IEnumerable<object> values)
    {
        var rest = new Queue<object>(values);
        return RouteValue().Replace(route, _ => rest.Dequeue().ToString()!).TrimEnd('/') is { Length: > 0 } filled ? filled : "/";
    }

    internal static int ValuesIn(string route) => RouteValue().Count(route);

    [GeneratedRegex(@"(?<=\{[^}]*)(:[^}]+|\?)(?=\})", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Constraint();

    [GeneratedRegex(@"\{[^}]+\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RouteValue();
}
