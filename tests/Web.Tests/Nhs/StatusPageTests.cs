using System.Net;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Champions.Web.Tests.Nhs;

/// <summary>What goes wrong is answered by a page of ours, whatever the method, and also when signing in itself fails.</summary>
public sealed class StatusPageTests
{
    [Theory]
    [InlineData("GET", "/nowhere", 404, "Page not found")]
    [InlineData("POST", "/answers/404", 404, "Page not found")]
    [InlineData("GET", "/answers/403", 403, "You do not have access to this page")]
    [InlineData("POST", "/answers/409", 409, "Somebody else changed this first")]
    [InlineData("DELETE", "/answers/400", 400, "We could not read that page address or form")]
    [InlineData("PUT", "/answers/503", 503, "Champions is not available for a moment")]
    [InlineData("GET", "/answers/418", 418, "That did not work")]
    [InlineData("GET", "/throws", 500, "Something went wrong on our side")]
    [InlineData("POST", "/throws", 500, "Something went wrong on our side")]
    [InlineData("POST", "/busy", 503, "Champions is not available for a moment")]
    [InlineData("POST", "/form", 400, "This page was open for too long")]
    [InlineData("GET", "/status/expired", 400, "This page was open for too long")]
    [InlineData("GET", "/status/409", 409, "Somebody else changed this first")]
    [InlineData("GET", "/status/elsewhere", 404, "Page not found")]
    public async Task A_problem_has_a_page_of_its_own(string method, string address, int status, string heading)
    {
        await using var host = await NhsPagesHost.StartAsync(Broken);

        using var response = await host.Client.SendAsync(new HttpRequestMessage(new HttpMethod(method), address));

        ((int)response.StatusCode).Should().Be(status);
        var page = new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync());
        page.QuerySelectorAll("h1").Select(element => element.TextContent).Should().Equal(heading);
        page.Title.Should().Be(heading + " – Champions");
        page.QuerySelector("form").Should().BeNull("a form needs a token, whose keys may be out of reach");
        page.DocumentElement.OuterHtml.Should().NotContain("the database is gone").And.NotContain("   at ");
    }

    [Fact]
    public async Task The_page_stands_when_signing_in_fails()
    {
        await using var host = await NhsPagesHost.StartAsync(app => app.Use((HttpContext _, RequestDelegate _) => throw new InvalidOperationException("the database is gone")));

        using var response = await host.Client.GetAsync("/anything");

        response.StatusCode.Should().Be(HttpStatusCode.InternalServerError);
        (await response.Content.ReadAsStringAsync()).Should().Contain("Something went wrong on our side").And.NotContain("the database is gone");
    }

    [Fact]
    public async Task An_answer_with_a_body_is_left_alone()
    {
        await using var host = await NhsPagesHost.StartAsync(Broken);

        using var response = await host.Client.GetAsync("/unready");

        response.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        (await response.Content.ReadAsStringAsync()).Should().Be("not ready");
    }

    private static void Broken(WebApplication app)
    {
        app.Map("/answers/{code:int}", (int code) => Results.StatusCode(code));
        app.Map("/throws", IResult () => throw new InvalidOperationException("the database is gone"));
        app.Map("/busy", IResult () => throw new TimeoutException("the database is gone"));
        app.Map("/unready", () => Results.Text("not ready", statusCode: 503));
    }
}
