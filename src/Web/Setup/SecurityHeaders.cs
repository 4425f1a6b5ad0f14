namespace Champions.Web.Setup;

internal static class SecurityHeaders
{
    private const string ContentPolicy =
        "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /// <summary>On every answer, whatever its status. Signed-in pages and error pages are never stored.</summary>
    public static void UseSecurityHeaders(this WebApplication app)
    {
        var https = app.Configuration.GetPublicUrl().Scheme == Uri.UriSchemeHttps;
        app.Use((context, next) =>
        {
            context.Response.OnStarting(() =>
            {
                var headers = context.Response.Headers;
                if (headers.ContentSecurityPolicy.Count == 0)
                {
                    headers.ContentSecurityPolicy = ContentPolicy;
                }

                headers.XContentTypeOptions = "nosniff";
                if (headers["Referrer-Policy"].Count == 0)
                {
                    headers["Referrer-Policy"] = "same-origin";
                }

                headers["Cross-Origin-Opener-Policy"] = "same-origin";
                if (https)
                {
                    headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
                }

                if (headers.CacheControl.Count == 0)
                {
                    headers.CacheControl = "no-store";
                }

                return Task.CompletedTask;
            });
            return next(context);
        });
    }
}
