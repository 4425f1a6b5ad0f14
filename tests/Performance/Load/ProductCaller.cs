using System.Net;
using Champions.TestSupport.Web;

namespace Champions.Performance.Load;

/// <summary>Somebody signed in to the product over HTTP, with a form read once and then sent again and again.</summary>
internal sealed class ProductCaller : IDisposable
{
    private readonly HttpClient client;
    private List<KeyValuePair<string, string>> form = [];

    private ProductCaller(HttpClient client) => this.client = client;

    /// <summary>Somebody who is in already.</summary>
    /// <param name="address">Of the server.</param>
    /// <param name="cookie">Of their session; see <see cref="Access.Sessions"/>.</param>
    public static ProductCaller With(Uri address, Cookie cookie)
    {
        var cookies = new CookieContainer();
        cookies.Add(address, new Cookie(cookie.Name, cookie.Value) { Path = "/" });
        return new ProductCaller(new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = cookies }) { BaseAddress = address });
    }

    /// <summary>Size of the page in bytes, as it is before compression.</summary>
    public async Task<int> BytesOfAsync(string path)
    {
        using var answer = await client.GetAsync(path);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadAsByteArrayAsync()).Length;
    }

    public Task<bool?> GetAsync(string path) => ExpectAsync(new HttpRequestMessage(HttpMethod.Get, path), HttpStatusCode.OK);

    /// <summary>Reads the form of a page, filled in as given.</summary>
    public async Task ReadFormAsync(string path, string button, params (string Name, string? Value)[] answers)
    {
        var page = await new Visitor(client).OpenAsync(new Uri(client.BaseAddress!, path).ToString());
        form = [.. page.FieldsOf(button, answers).Select(f => KeyValuePair.Create(f.Name, f.Value))];
    }

    /// <summary>Sends the form as a new one: with a request key of its own.</summary>
    public Task<bool?> PostAsync(string path)
    {
        var fields = form.Select(f => f.Key == "Input.RequestKey" ? KeyValuePair.Create(f.Key, Guid.CreateVersion7().ToString()) : f);
        return ExpectAsync(new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields) }, HttpStatusCode.SeeOther);
    }

    public void Dispose() => client.Dispose();

    private async Task<bool?> ExpectAsync(HttpRequestMessage request, HttpStatusCode expected)
    {
        using (request)
        {
            using var answer = await client.SendAsync(request);
            await answer.Content.ReadAsByteArrayAsync();
            return answer.StatusCode == expected;
        }
    }
}
