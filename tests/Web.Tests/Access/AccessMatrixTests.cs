using System.Net;
using System.Text.RegularExpressions;
using Champions.Application.Abstractions;
using Champions.Web.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.StaticAssets;

namespace Champions.Web.Tests.Access;

/// <summary>
/// Every routed page, every role, own rows and another trust's, over real HTTP. The rows are the product's own
/// <see cref="AccessTable"/>; the addresses come from <see cref="Samples"/>.
/// </summary>
public sealed partial class AccessMatrixTests(AccessWorld world) : IClassFixture<AccessWorld>
{
    /// <summary>The framework answers 404 here, in Development, for a file that is not there.</summary>
    private const string MissingFile = "/{**path}";

    private static readonly Guid Nobody = Guid.CreateVersion7(Given.Now);

    public static TheoryData<string> Pages => [.. AccessTable.Pages.Keys];

    public static TheoryData<string, Who> Cells
    {
        get
        {
            var cells = new TheoryData<string, Who>();
            foreach (var page in AccessTable.Pages.Keys)
            {
                foreach (var who in Enum.GetValues<Who>())
                {
                    cells.Add(page, who);
                }
            }

            return cells;
        }
    }

    [Fact]
    public void Every_route_has_a_row_and_every_route_value_a_sample()
    {
        var routed = world.Endpoints.Select(e => e.Metadata.GetMetadata<PageActionDescriptor>()?.ViewEnginePath).OfType<string>().Distinct().ToList();
        var others = world.Endpoints
            .Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is null && e.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
            .Select(AccessWorld.RouteOf).Where(route => route != MissingFile);

        routed.Should().BeEquivalentTo(AccessTable.Pages.Keys);
        others.Distinct(StringComparer.Ordinal).Should().BeEquivalentTo(Samples.OtherEndpoints.Keys);
        foreach (var route in routed.SelectMany(world.RoutesOf).Where(r => AccessWorld.ValuesIn(r) > 0))
        {
            Samples.For(route).Should().NotBeNull($"{route} needs a line in Samples");
        }
    }

    [Fact]
    public async Task A_row_says_who_may_post_exactly_when_its_page_takes_posts()
    {
        foreach (var row in AccessTable.Rows)
        {
            (await world.PostHandlersOf(row.Page)).Any().Should().Be(row.Change is not null, $"{row.Page} says so in permissions.md");
        }
    }

    [Fact]
    public void Only_these_pages_are_open_to_everybody() =>
        AccessTable.Pages.Where(row => row.Value == Roles.None).Select(row => row.Key)
            .Should().BeEquivalentTo("/Index", "/About", "/Status", "/Account/SignIn", "/Account/Password", "/Account/PasskeySignIn", "/Account/SignOut",
                "/Account/SecondFactor", "/Account/SetUpSecondFactor", "/Account/PasskeySecondFactor", "/Account/PasskeySetUp", "/Account/Forgotten", "/Account/NewPassword", "/SetUp",
                "/Account/Code", "/Account/SignInLink", "/Account/Welcome",
                "/Account/SingleSignOn/Index", "/Account/SingleSignOn/Start", "/Account/SingleSignOn/Return", "/Dev/Mail/Index", "/Dev/Mail/Email");

    [Theory, MemberData(nameof(Cells))]
    public async Task A_page_opens_for_those_its_row_names_and_nobody_else(string page, Who who)
    {
        foreach (var route in world.RoutesOf(page))
        {
            var (address, sees, answer) = AddressOf(route, world.Ours);

            using var response = await world.GetAsync(who, address);

            var expected = world.May(who, AccessTable.Pages[page]) && Samples.IsStranger(who, route) ? 404 : Expected(page, who, sees, answer);
            if (expected == 200 && who != Who.SignedOut && AccessTable.Pages[page] == Roles.None && response.Headers.Location is { } home)
            {
                home.ToString().Should().Be("/home", $"{address} leads {who} home");
                continue;
            }

            ((int)response.StatusCode).Should().Be(expected, $"of GET {address} by {who}");
            if (expected == 302)
            {
                response.Headers.Location!.ToString().Should().Contain("/sign-in?returnUrl=");
            }
        }
    }

    [Theory, MemberData(nameof(Cells))]
    public async Task Another_trusts_row_looks_like_one_that_does_not_exist(string page, Who who)
    {
        var row = AccessTable.Pages[page];
        foreach (var route in world.RoutesOf(page).Where(r => row != Roles.None && NamesRowOfTrust(r) && world.May(who, row)))
        {
            foreach (var (theirs, nobodys) in Strangers(route))
            {
                using var foreign = await world.GetAsync(who, theirs);
                using var unknown = await world.GetAsync(who, nobodys);

                unknown.StatusCode.Should().Be(HttpStatusCode.NotFound, $"of GET {nobodys} by {who}");
                if (Samples.For(route) is { Across: var across } && across != Roles.None && world.May(who, across))
                {
                    foreign.StatusCode.Should().Be(HttpStatusCode.OK, $"{who} sees every trust in {theirs}");
                    continue;
                }

                (await WholeOf(foreign, theirs)).Should().Be(await WholeOf(unknown, nobodys), $"of GET {theirs} by {who}");
            }
        }
    }

    [Theory, MemberData(nameof(Pages))]
    public async Task Nothing_is_changed_without_a_token_a_role_or_ones_own_row(string page)
    {
        var handlers = await world.PostHandlersOf(page);
        var before = await Snapshot.TakeAsync(App);
        foreach (var route in world.RoutesOf(page))
        {
            foreach (var who in Enum.GetValues<Who>())
            {
                foreach (var handler in handlers)
                {
                    await RefuseAsync(page, route, handler, who);
                }

                if (handlers.Count == 0 && page is not ("/About" or "/Status"))
                {
                    await RefuseWithoutHandlerAsync(page, route, who);
                }
            }
        }

        (await Snapshot.TakeAsync(App)).ChangedSince(before).Should().BeEmpty();
    }

    [Fact]
    public async Task Reading_changes_nothing()
    {
        var before = await Snapshot.TakeAsync(App);

        foreach (var (page, row) in AccessTable.Pages)
        {
            foreach (var who in Enum.GetValues<Who>().Where(w => world.May(w, row)))
            {
                foreach (var route in world.RoutesOf(page))
                {
                    var (address, _, answer) = AddressOf(route, world.Ours);
                    using var read = await world.GetAsync(who, address);
                    ((int)read.StatusCode).Should().Match(status => status < 500 || status == answer);
                }
            }
        }

        (await Snapshot.TakeAsync(App)).ChangedSince(before).Should().BeEmpty();
    }

    [Fact]
    public async Task What_is_no_page_answers_those_its_row_names_and_nobody_else()
    {
        foreach (var (route, row) in Samples.OtherEndpoints)
        {
            foreach (var who in Enum.GetValues<Who>())
            {
                var (address, sees, answer) = AddressOf(route, world.Ours);
                using var response = await world.GetAsync(who, address);
                ((int)response.StatusCode).Should().Be(
                    world.May(who, row) ? world.May(who, sees) || row == Roles.None ? answer : 404 : who == Who.SignedOut ? 302 : 403,
                    $"of GET {address} by {who}");
            }
        }
    }

    private TestDatabase App => world.App.Db;

    private async Task RefuseAsync(string page, string route, string handler, Who who)
    {
        var row = RowOf(page).Change ?? AccessTable.Pages[page];
        var own = With(AddressOf(route, world.Ours).Address, handler);
        using var unsigned = await world.PostAsync(who, own, withToken: false);
        ((int)unsigned.StatusCode).Should().Be(
            world.May(who, row) ? 400 : who == Who.SignedOut ? 302 : 403, $"of POST {own} by {who} without a token");

        if (!world.May(who, row))
        {
            using var refused = await world.PostAsync(who, own, withToken: true);
            ((int)refused.StatusCode).Should().Be(who == Who.SignedOut ? 302 : 403, $"of POST {own} by {who}");
        }
        else if (row != Roles.None && NamesRowOfTrust(route) && !(Samples.For(route) is { Across: var across } && across != Roles.None && world.May(who, across)))
        {
            foreach (var (theirs, nobodys) in Strangers(route))
            {
                using var foreign = await world.PostAsync(who, With(theirs, handler), withToken: true);
                using var unknown = await world.PostAsync(who, With(nobodys, handler), withToken: true);
                unknown.StatusCode.Should().Be(HttpStatusCode.NotFound, $"of POST {nobodys} by {who}");
                (await WholeOf(foreign, theirs)).Should().Be(await WholeOf(unknown, nobodys), $"of POST {theirs} by {who}");
            }
        }
    }

    /// <summary>A page that only shows something says so when it is posted to.</summary>
    private async Task RefuseWithoutHandlerAsync(string page, string route, Who who)
    {
        var row = AccessTable.Pages[page];
        var address = AddressOf(route, world.Ours).Address;
        using var posted = await world.PostAsync(who, address, withToken: true);
        ((int)posted.StatusCode).Should().Be(world.May(who, row) ? 405 : who == Who.SignedOut ? 302 : 403, $"of POST {address} by {who}: {world.App.Faults.Lines.LastOrDefault()}");
    }

    private int Expected(string page, Who who, Roles sees, int answer)
    {
        var row = AccessTable.Pages[page];
        if (row == Roles.None)
        {
            return answer;
        }

        if (!world.May(who, row))
        {
            return who == Who.SignedOut ? 302 : 403;
        }

        return world.May(who, sees) ? answer : 404;
    }

    private static bool NamesRowOfTrust(string route) => AccessWorld.ValuesIn(route) > 0 && Samples.For(route)?.OfNoTrust != true;

    private static (string Address, Roles Sees, int Answer) AddressOf(string route, SampleRows rows) =>
        Samples.For(route) is { } sample
            ? (AccessWorld.Fill(route, sample.Values(rows)) + sample.Query?.Invoke(rows), sample.Sees, sample.Answer)
            : (AccessWorld.Fill(route, []), Samples.Everybody, 200);

    private static string With(string address, string handler) =>
        handler.Length == 0 ? address : $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}handler={handler}";

    private static AccessRow RowOf(string page) => AccessTable.Rows.First(r => r.Page == page);

    /// <summary>
    /// Addresses with the other trust's value in each place in turn and in all at once, and beside each the same with a value that is
    /// nobody's. What both trusts share, such as the name of a handler, stays.
    /// </summary>
    private IEnumerable<(string Theirs, string Nobodys)> Strangers(string route)
    {
        var sample = Samples.For(route)!;
        var places = AccessWorld.ValuesIn(route);
        var (ours, theirs) = (sample.Values(world.Ours).Take(places).ToArray(), sample.Values(world.Theirs).Take(places).ToArray());
        var own = Enumerable.Range(0, places).Where(i => !Equals(ours[i], theirs[i])).ToList();
        foreach (var swapped in own.Select(i => new List<int> { i }).Append(own).DistinctBy(set => string.Join(',', set)))
        {
            yield return (
                AccessWorld.Fill(route, ours.Select((value, i) => swapped.Contains(i) ? theirs[i] : value)),
                AccessWorld.Fill(route, ours.Select((value, i) => swapped.Contains(i) ? Nobody : value)));
        }
    }

    /// <summary>Status, headers and every byte of the body but the form token and the address asked for.</summary>
    private static async Task<string> WholeOf(HttpResponseMessage response, string address)
    {
        var body = await response.Content.ReadAsStringAsync();
        var headers = response.Headers.Concat(response.Content.Headers).Where(h => h.Key != "Set-Cookie")
            .Select(h => $"{h.Key}: {string.Join(',', h.Value)}").Order(StringComparer.Ordinal);
        var whole = $"{(int)response.StatusCode}\n{string.Join('\n', headers)}\n{body}";
        return Token().Replace(whole, "TOKEN").Replace(address, "ADDRESS", StringComparison.Ordinal)
            .Replace(Uri.EscapeDataString(address), "ADDRESS", StringComparison.Ordinal);
    }

    [GeneratedRegex("CfDJ8[A-Za-z0-9_-]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();
}
