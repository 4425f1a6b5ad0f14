using Microsoft.Extensions.Configuration;

namespace Champions.Infrastructure;

/// <summary>Reads the address of the service, once for links, cookies and headers alike.</summary>
public static class PublicAddress
{
    public const string Default = "http://localhost:5080";

    /// <summary>Where people reach the service: configuration key <c>PublicUrl</c>. Never taken from a request.</summary>
    /// <exception cref="StartRefusedException">It is not an absolute http or https address.</exception>
    public static Uri GetPublicUrl(this IConfiguration configuration)
    {
        var text = configuration["PublicUrl"] ?? Default;
        return Uri.TryCreate(text, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps)
            ? url
            : throw new StartRefusedException($"PublicUrl is \"{text}\". Use the full address that people open, for example https://champions.example.nhs.uk.");
    }
}
