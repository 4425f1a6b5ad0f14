using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;

namespace Champions.TestSupport.SignOn;

/// <summary>
/// A real OpenID Connect provider that nobody here wrote: npm's oidc-provider on a spare port of this machine. Whoever comes is logged in
/// at once, as the person the test named; and it lies about that person when it is told to.
/// </summary>
public sealed class IdentityProvider : IAsyncDisposable
{
    public const string ClientId = "champions";
    public const string ClientSecret = "a secret of thirty-two characters";

    private const int MostRedirects = 10;
    private static readonly NodePackage Package = new("oidc");

    private readonly Process process;
    private readonly HttpClient client;

    private IdentityProvider(Process process, int port)
    {
        this.process = process;
        Issuer = $"http://localhost:{port}";
        client = new HttpClient { BaseAddress = new Uri(Issuer) };
    }

    public string Issuer { get; }

    public static async Task<IdentityProvider> StartAsync()
    {
        await Package.InstallAsync();
        var port = NodePackage.SparePort();
        var provider = new IdentityProvider(Package.Run("server.js", port.ToString()), port);
        await Poll.UntilAsync(provider.IsReadyAsync, "the identity provider answers");
        return provider;
    }

    /// <summary>Who logs in from now on.</summary>
    public Task PersonIsAsync(string subject, string? email = null, string? acr = null) =>
        PutAsync("/person", new { sub = subject, name = "Amara Osei", email, acr });

    /// <summary>How tokens are falsified from now on; see server.js. An empty word stops the lying.</summary>
    public Task LieAsync(string about) => PutAsync("/lie", new { lie = about });

    /// <summary>
    /// Goes the way of a browser from where Champions sends it, until the provider sends it back.
    /// </summary>
    /// <returns>The address of Champions that it is sent to.</returns>
    public async Task<Uri> LogInAsync(Uri start)
    {
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() });
        var next = start;
        for (var step = 0; step < MostRedirects; step++)
        {
            using var answer = await browser.GetAsync(next);
            if (answer.Headers.Location is not { } location)
            {
                throw new InvalidOperationException($"{next} leads nowhere: {await answer.Content.ReadAsStringAsync()}");
            }

            next = new Uri(next, location);
            if (next.Authority != new Uri(Issuer).Authority)
            {
                return next;
            }
        }

        throw new InvalidOperationException("The provider goes round in circles.");
    }

    /// <summary>It answers no longer.</summary>
    public async Task StopAsync()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        client.Dispose();
        process.Dispose();
    }

    private async Task PutAsync(string path, object body)
    {
        using var answer = await client.PutAsJsonAsync(path, body);
        answer.EnsureSuccessStatusCode();
    }

    private async Task<bool> IsReadyAsync()
    {
        if (process.HasExited)
        {
            throw new InvalidOperationException($"The identity provider ended with {process.ExitCode}: {await process.StandardError.ReadToEndAsync()}");
        }

        try
        {
            using var answer = await client.GetAsync("/.well-known/openid-configuration");
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
