using System.Net;
using AngleSharp;

namespace Champions.TestSupport.Web;

/// <summary>A person at a browser without JavaScript: keeps cookies, follows redirects, reads pages.</summary>
public sealed class Visitor(HttpClient client, CookieContainer? cookies = null)
{
    private const int MostRedirects = 5;

    /// <summary>What the browser keeps; to be looked at or planted.</summary>
    public CookieContainer Cookies => cookies ?? throw new InvalidOperationException("This visitor's cookies are kept elsewhere.");

    /// <summary>For requests that no page would make.</summary>
    public HttpClient Client => client;

    /// <summary>Follows redirects, as a browser does.</summary>
    public Task<Page> OpenAsync(string address) => SendAsync(new HttpRequestMessage(HttpMethod.Get, address));

    /// <summary>
    /// Posts what no form on a page would post: other people's ids, missing fields, odd values. The antiforgery token and
    /// everything else is the caller's affair; <see cref="Page.Token"/> has a valid one.
    /// </summary>
    public Task<Page> ForgeAsync(string address, params (string Name, string Value)[] fields) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Post, address) { Content = Encode(fields) });

    internal static FormUrlEncodedContent Encode(IEnumerable<(string Name, string Value)> fields) =>
        new(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));

    internal async Task<Page> SendAsync(HttpRequestMessage request)
    {
        var via = new List<HttpStatusCode>();
        while (true)
        {
            using var answer = await client.SendAsync(request);
            var next = answer.Headers.Location;
            if (next is not null && (int)answer.StatusCode is >= 300 and < 400 && via.Count < MostRedirects)
            {
                via.Add(answer.StatusCode);
                request = new HttpRequestMessage(HttpMethod.Get, new Uri(answer.RequestMessage!.RequestUri!, next));
                continue;
            }

            var address = answer.RequestMessage!.RequestUri!;
            var body = await answer.Content.ReadAsStringAsync();
            var document = await BrowsingContext.New().OpenAsync(file => file.Content(body).Address(address));
            return new Page(this, answer.StatusCode, answer.Content.Headers.ContentType?.MediaType ?? "", body, document, via);
        }
    }
}
