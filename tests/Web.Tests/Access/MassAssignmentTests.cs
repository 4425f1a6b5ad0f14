using System.Globalization;
using System.Text.RegularExpressions;
using Champions.Application.Abstractions;
using Champions.TestSupport.Web;
using Champions.Web.Access;
using Champions.Web.Tests.Access.Crawling;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace Champions.Web.Tests.Access;

/// <summary>
/// Every form is posted as it stands and with a field for every column of every table beside it, with values that would matter. None of these
/// values is stored anywhere, and who owns what and who holds which role is as it was.
/// </summary>
public sealed partial class MassAssignmentTests(ITestOutputHelper output)
{
    private const string Word = "zqmassqz";
    private const string Number = "424242";
    private static readonly DateTimeOffset Far = new(2099, 12, 31, 11, 22, 33, TimeSpan.Zero);

    /// <summary>Columns that say whose a row is and what a person may do: no form of these tests may change one.</summary>
    private static readonly HashSet<string> Guarded = new(StringComparer.Ordinal)
    {
        "TrustId", "ChampionId", "StaffMemberId", "AccountId", "RecipientId", "BookedById", "SiteId", "Roles", "IsDisabled", "Issuer", "Subject", "DedupeKey", "MessageId",
    };

    /// <summary>Names of route values: a field of that name would only lead to another row, which the access tests try.</summary>
    private static readonly HashSet<string> RouteValues = new(StringComparer.OrdinalIgnoreCase) { "id", "trustId", "key", "handler", "token", "code", "job" };

    private static readonly string[] Typed = ["Note", "Place", "Topic", "What", "Reason"];

    public static TheoryData<Who> Everybody => [.. Enum.GetValues<Who>()];

    [Theory, MemberData(nameof(Everybody))]
    public async Task A_field_that_the_form_does_not_have_changes_nothing(Who who)
    {
        await using var world = await OneWorld.StartAsync(who);
        var extras = await ExtrasAsync(world.App, world.Theirs.Trust.Colleague.Id.Value);
        extras.Count.Should().BeInRange(300, 980, "the framework reads 1,024 fields");
        var before = await Occurrences.ReadAsync(world.App.Db);
        Crawl crawl = null!;
        crawl = new Crawl(world.Visitor, world.Email)
        {
            OnPress = (form, fields) => crawl.PostAsync(form, fields.Concat(extras.Where(e => !fields.Exists(f => SameField(f.Name, e.Name))))),
        };

        await crawl.RunAsync("/", "/home", "/sign-in");

        var after = await Occurrences.ReadAsync(world.App.Db);
        var foreign = world.Theirs.Trust.Colleague.Id.Value;
        string[] planted = [Word, Number, Far.UtcTicks.ToString(CultureInfo.InvariantCulture), "2099-12-31", foreign.ToString("D"), Convert.ToHexString(foreign.ToByteArray(bigEndian: true))];
        output.WriteLine($"{who}: {crawl.Pressed} forms with {extras.Count} further fields, at {string.Join(' ', crawl.PostedTo.Select(p => Ids().Replace(p, "{id}")).Distinct().Order(StringComparer.Ordinal))}");
        output.WriteLine($"Not posted to: {string.Join(' ', NotPostedTo(world, crawl))}");
        after.NewSince(before, planted).Should().BeEmpty();
        after.ChangedSince(before, (_, column) => Guarded.Contains(column)).Should().BeEmpty();
        crawl.Faults.Should().BeEmpty();
        crawl.Pressed.Should().BeGreaterThan(who is Who.SignedOut ? 1 : 2);
    }

    /// <summary>The test itself is tested: the same word in the fields that a form does have is found in the database.</summary>
    [Fact]
    public async Task The_same_word_typed_into_the_forms_is_found()
    {
        await using var world = await OneWorld.StartAsync(Who.Champion);
        var before = await Occurrences.ReadAsync(world.App.Db);
        Crawl crawl = null!;
        crawl = new Crawl(world.Visitor, world.Email)
        {
            OnPress = (form, fields) => crawl.PostAsync(form, fields.Select(f => (f.Name, Typed.Any(t => f.Name.EndsWith(t, StringComparison.Ordinal)) ? Word : f.Value))),
        };

        await crawl.RunAsync("/home");

        output.WriteLine($"{crawl.Opened} opened, {crawl.Pressed} pressed: {string.Join(' ', crawl.PostedTo)}; {string.Join(' ', crawl.Faults)}");
        (await Occurrences.ReadAsync(world.App.Db)).NewSince(before, [Word]).Should().NotBeEmpty();
    }

    private static bool SameField(string ours, string extra) =>
        string.Equals(ours, extra, StringComparison.OrdinalIgnoreCase) || ours.StartsWith(extra + ".", StringComparison.OrdinalIgnoreCase)
        || ours.StartsWith(extra + "[", StringComparison.OrdinalIgnoreCase);

    /// <summary>A field for every property of every table, in the ways in which fields of page models are named.</summary>
    private static Task<List<(string Name, string Value)>> ExtrasAsync(ChampionsApp app, Guid foreign) => app.Db.OnDatabaseAsync(db =>
    {
        var model = db.Model;
        var properties = model.GetEntityTypes().Where(t => t.ClrType.Namespace?.StartsWith("Champions.Infrastructure", StringComparison.Ordinal) == false)
            .SelectMany(t => t.GetProperties().Select(p => (Entity: t.ClrType.Name, p.Name, Value: ValueFor(p.ClrType, foreign)))).ToList();
        var names = properties.DistinctBy(p => p.Name).ToList();
        return Task.FromResult(names.Where(p => !RouteValues.Contains(p.Name)).Select(p => (p.Name, p.Value))
            .Concat(names.Select(p => ($"Input.{p.Name}", p.Value)))
            .Concat(names.Select(p => ($"Model.{p.Name}", p.Value)))
            .Concat(properties.Select(p => ($"{p.Entity}.{p.Name}", p.Value)))
            .Concat([("Input.Account.Roles", "Administrator"), ("Input.Trust.Id", foreign.ToString()), ("Actor.Roles", "Administrator"), ("Actor.TrustId", foreign.ToString())])
            .DistinctBy(p => p.Item1, StringComparer.OrdinalIgnoreCase).ToList());
    });

    private static string ValueFor(Type declared, Guid foreign)
    {
        var type = Nullable.GetUnderlyingType(declared) ?? declared;
        return type == typeof(string) ? Word
            : type == typeof(bool) ? "true"
            : type == typeof(Roles) ? nameof(Roles.Administrator)
            : type.IsEnum ? Enum.GetNames(type)[^1]
            : type == typeof(DateTimeOffset) ? Far.ToString("O", CultureInfo.InvariantCulture)
            : type == typeof(DateOnly) ? "2099-12-31"
            : type == typeof(int) || type == typeof(long) || type == typeof(short) ? Number
            : type == typeof(byte[]) ? "enFtYXNzcXo="
            : foreign.ToString();
    }

    private static IEnumerable<string> NotPostedTo(OneWorld world, Crawl crawl) =>
        from endpoint in world.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        let row = endpoint.Metadata.GetMetadata<AccessRow>()
        where row?.Change is { } roles && (roles == Roles.None || world.Actor?.Is(roles) == true)
        where endpoint.Metadata.GetMetadata<ISuppressLinkGenerationMetadata>() is null
        let route = "^/" + RouteValue().Replace(endpoint.RoutePattern.RawText!, "[^/]+") + "$"
        where !crawl.PostedTo.Any(path => Regex.IsMatch(path, route, RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1)))
        select row.Page;

    [GeneratedRegex(@"\{[^}]+\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RouteValue();

    [GeneratedRegex("[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Ids();

    /// <summary>Two trusts, and one person of the first who is logged in, or nobody.</summary>
    private sealed record OneWorld(ChampionsApp App, Actor? Actor, Visitor Visitor, SampleRows Ours, SampleRows Theirs) : IAsyncDisposable
    {
        public string Email => Ours.Trust.Colleague.Email;

        public static async Task<OneWorld> StartAsync(Who who)
        {
            var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
            var ours = await SampleRows.CreateAsync(await SmallTrust.CreateAsync(app.Db));
            var theirs = await SampleRows.CreateAsync(await SmallTrust.CreateOtherAsync(app.Db));
            Actor? actor = who switch
            {
                Who.SignedOut => null,
                Who.Staff => ours.Trust.AsStaff,
                Who.Champion => ours.Trust.AsChampion,
                Who.Coordinator => ours.Trust.AsCoordinator,
                Who.Helpdesk => ours.Trust.AsHelpdesk,
                _ => SmallTrust.AsAdministrator,
            };
            return new OneWorld(app, actor, actor is null ? app.NewVisitor() : await app.SignInAsync(actor), ours, theirs);
        }

        public ValueTask DisposeAsync() => App.DisposeAsync();
    }
}
