using System.Net;
using AngleSharp.Html.Parser;
using Champions.TestSupport.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Champions.Web.Tests.Access;

/// <summary>The headers that protect people stand on every answer, whatever its status and whatever it carries.</summary>
public sealed class HeaderTests
{
    [Theory]
    [InlineData("http://localhost")]
    [InlineData("https://localhost")]
    public async Task Every_answer_carries_them_whatever_its_status(string address)
    {
        await using var site = await Site.StartAsync(address);
        foreach (var status in new[] { 400, 403, 404, 405, 409, 413, 415, 418, 429, 500, 503 })
        {
            foreach (var method in new[] { HttpMethod.Get, HttpMethod.Post })
            {
                using var answer = await site.Client.SendAsync(new HttpRequestMessage(method, $"/about?answer={status}"));
                ((int)answer.StatusCode).Should().Be(status, $"{method}");
                Check(answer, https: address.StartsWith("https", StringComparison.Ordinal), mayBeStored: false);
                answer.Content.Headers.ContentType!.ToString().Should().Be("text/html; charset=utf-8", $"{status} has a page of its own");
            }
        }

        foreach (var (path, status) in new[] { ("/about?answer=fault", 500), ("/about?answer=busy", 503), ("/about?answer=size", 413), ("/nowhere", 404), ("/", 302), ("/home", 200) })
        {
            using var answer = await site.Client.GetAsync(path);
            ((int)answer.StatusCode).Should().Be(status, path);
            Check(answer, https: address.StartsWith("https", StringComparison.Ordinal), mayBeStored: false);
        }
    }

    [Theory]
    [InlineData("http://localhost")]
    [InlineData("https://localhost")]
    public async Task Every_answer_carries_them_whatever_it_holds(string address)
    {
        await using var site = await Site.StartAsync(address);
        var https = address.StartsWith("https", StringComparison.Ordinal);
        var types = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in new[] { "/home", "/sessions/export.csv", "/account/my-data.json", "/account/my-data.csv", $"/bookings/{site.Rows.Booking.Id.Value}/calendar.ics", "/health/live", "/about" })
        {
            using var answer = await site.Client.GetAsync(path);
            answer.StatusCode.Should().Be(HttpStatusCode.OK, path);
            Check(answer, https, mayBeStored: false);
            types.Add(answer.Content.Headers.ContentType!.MediaType!);
        }

        var page = new HtmlParser().ParseDocument(await site.Client.GetStringAsync("/about"));
        var files = page.QuerySelectorAll("link[href], script[src]").Select(e => e.GetAttribute("href") ?? e.GetAttribute("src")!).Where(f => f.StartsWith('/')).ToList();
        foreach (var file in files)
        {
            using var answer = await site.Client.GetAsync(file);
            answer.StatusCode.Should().Be(HttpStatusCode.OK, file);
            Check(answer, https, mayBeStored: true);
            types.Add(answer.Content.Headers.ContentType!.MediaType!);

            using var again = new HttpRequestMessage(HttpMethod.Get, file);
            again.Headers.IfNoneMatch.Add(answer.Headers.ETag!);
            using var unchanged = await site.Client.SendAsync(again);
            unchanged.StatusCode.Should().Be(HttpStatusCode.NotModified, file);
            Check(unchanged, https, mayBeStored: true);
        }

        types.Should().Contain(["text/html", "text/csv", "application/json", "text/calendar", "text/plain", "text/css", "text/javascript"]);
    }

    [Fact]
    public async Task Guessing_on_and_on_is_answered_with_when_to_come_back()
    {
        await using var site = await Site.StartAsync("http://localhost");
        var visitor = site.NewVisitor();
        var page = await visitor.OpenAsync("/sign-in/password");
        for (var i = 0; i < 10; i++)
        {
            page = await page.PressAsync("Log in", ("Input.Email", site.Rows.Trust.Colleague.Email), ("Input.Password", "not the password"));
        }

        var fields = page.FieldsOf("Log in", ("Input.Email", site.Rows.Trust.Colleague.Email), ("Input.Password", "not the password"));
        using var last = await visitor.Client.PostAsync("/sign-in/password", new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))));

        last.StatusCode.Should().Be(HttpStatusCode.TooManyRequests);
        last.Headers.RetryAfter.Should().NotBeNull();
        Check(last, https: false, mayBeStored: false);
    }

    [Fact]
    public async Task What_is_malformed_is_a_bad_request_with_its_headers()
    {
        await using var site = await Site.StartAsync("http://localhost");
        HttpContent[] bodies =
        [
            new StringContent("{\"Input\":", null, "application/json"),
            new StringContent("no boundary", null, "multipart/form-data"),
            new StringContent("%%%=%zz&&&", null, "application/x-www-form-urlencoded"),
            new FormUrlEncodedContent(Enumerable.Range(0, 2000).Select(i => KeyValuePair.Create($"f{i}", "x"))),
            new StringContent("", null, "text/plain"),
        ];
        foreach (var body in bodies)
        {
            using var answer = await site.Client.PostAsync("/sessions/log", body);
            ((int)answer.StatusCode).Should().BeOneOf([400, 413, 415], $"of {body.Headers.ContentType}");
            Check(answer, https: false, mayBeStored: false);
        }
    }

    private static void Check(HttpResponseMessage answer, bool https, bool mayBeStored)
    {
        var what = $"{(int)answer.StatusCode} {answer.RequestMessage!.RequestUri}";
        var policy = One(answer, "Content-Security-Policy", what).Split(';', StringSplitOptions.TrimEntries);
        policy.Should().Contain(["default-src 'self'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"], what);
        policy.Should().ContainSingle(p => p.StartsWith("form-action 'self'", StringComparison.Ordinal), what);
        policy.Should().NotContain(p => p.Contains("unsafe-", StringComparison.Ordinal) || p.Contains('*', StringComparison.Ordinal), what);
        One(answer, "X-Content-Type-Options", what).Should().Be("nosniff", what);
        One(answer, "Referrer-Policy", what).Should().Be("same-origin", what);
        One(answer, "Cross-Origin-Opener-Policy", what).Should().Be("same-origin", what);
        answer.Headers.Contains("Server").Should().BeFalse(what);
        answer.Headers.Contains("X-Powered-By").Should().BeFalse(what);
        answer.Headers.Contains("Strict-Transport-Security").Should().Be(https, what);
        if (https)
        {
            One(answer, "Strict-Transport-Security", what).Should().Contain("max-age=31536000", what);
        }

        if (!mayBeStored)
        {
            answer.Headers.CacheControl!.NoStore.Should().BeTrue(what);
        }

        if (answer.Content.Headers.ContentType is { MediaType: { } type } && type.StartsWith("text/h", StringComparison.Ordinal))
        {
            answer.Content.Headers.ContentType.CharSet.Should().Be("utf-8", what);
        }
    }

    private static string One(HttpResponseMessage answer, string header, string what)
    {
        answer.Headers.TryGetValues(header, out var values).Should().BeTrue($"{what} has {header}");
        return values.Should().ContainSingle(what).Subject;
    }

    /// <summary>The program with a signed-in coordinator and a page that answers whatever it is asked for.</summary>
    private sealed class Site(ChampionsApp app, HttpClient client, SampleRows rows) : IAsyncDisposable
    {
        public HttpClient Client => client;

        public SampleRows Rows => rows;

        public Visitor NewVisitor() => app.NewVisitor();

        public static async Task<Site> StartAsync(string address)
        {
            var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite, ("PublicUrl", address));
            app.Added.Configure<MvcOptions>(mvc => mvc.Filters.Add(new Answers()));
            var rows = await SampleRows.CreateAsync(await SmallTrust.CreateAsync(app.Db));
            var known = await app.SignInAsync(rows.Trust.AsCoordinator);
            var cookies = new CookieContainer();
            foreach (var cookie in known.Cookies.GetAllCookies().Cast<Cookie>())
            {
                cookies.Add(new Uri(address), new Cookie(cookie.Name, cookie.Value) { Path = "/", Secure = cookie.Name.StartsWith("__Host-", StringComparison.Ordinal) });
            }

            return new Site(app, app.CreateDefaultClient(new Uri(address), new CookieContainerHandler(cookies)), rows);
        }

        public async ValueTask DisposeAsync()
        {
            client.Dispose();
            await app.DisposeAsync();
        }
    }

    /// <summary>Answers in the place of a page, as pages, filters and the database may.</summary>
    private sealed class Answers : IAuthorizationFilter
    {
        public void OnAuthorization(AuthorizationFilterContext context)
        {
            var asked = context.HttpContext.Request.Path == "/about" ? context.HttpContext.Request.Query["answer"].ToString() : "";
            context.Result = asked switch
            {
                "" => null,
                "fault" => throw new InvalidOperationException("A fault."),
                "busy" => throw new SqliteException("The database is busy.", 5),
                "size" => throw new BadHttpRequestException("Too much.", StatusCodes.Status413PayloadTooLarge),
                _ => new StatusCodeResult(int.Parse(asked, System.Globalization.CultureInfo.InvariantCulture)),
            };
        }
    }
}
