using System.Globalization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;

namespace Champions.Web.Access.SignOn;

/// <summary>
/// Each identity provider is a scheme of ASP.NET Core, though none is known when the program starts: administrators set them up while it
/// runs. The name holds the id and the version of the row, so that a change counts at once on every node.
/// </summary>
internal sealed class SignOnSchemes(IOptions<AuthenticationOptions> options) : AuthenticationSchemeProvider(options)
{
    private const string Prefix = "single-sign-on/";

    public static string NameOf(SingleSignOn provider) =>
        string.Create(CultureInfo.InvariantCulture, $"{Prefix}{provider.Id.Value:N}/{provider.Version}");

    public override Task<AuthenticationScheme?> GetSchemeAsync(string name) => name.StartsWith(Prefix, StringComparison.Ordinal)
        ? Task.FromResult<AuthenticationScheme?>(new AuthenticationScheme(name, displayName: null, typeof(OpenIdConnectHandler)))
        : base.GetSchemeAsync(name);
}
