using Champions.Infrastructure;
using Champions.Infrastructure.Demo;

namespace Champions.Web.Setup;

/// <summary>What is handy elsewhere and lets strangers in where real people work: Production does not serve with it.</summary>
internal static class ProductionRules
{
    /// <exception cref="StartRefusedException">A setting is not for Production; the message names it.</exception>
    public static void RefuseUnsafeSettings(this WebApplicationBuilder builder)
    {
        if (!builder.Environment.IsProduction())
        {
            return;
        }

        // On this very machine nothing is read on its way
        var address = builder.Configuration.GetPublicUrl();
        if (address.Scheme != Uri.UriSchemeHttps && !address.IsLoopback)
        {
            throw new StartRefusedException(
                $"PublicUrl is \"{address.OriginalString}\" in Production, where everybody on the way could read log-ins. Use an address with https.");
        }

        if (!string.Equals(builder.Configuration["Email:Transport"], "Smtp", StringComparison.OrdinalIgnoreCase))
        {
            throw new StartRefusedException(
                "Email:Transport is Folder in Production, where the codes that let people in would lie in files. Set it to Smtp, and Email:Smtp:Host to your relay.");
        }
    }

    /// <summary>Ask when the tables are there.</summary>
    /// <exception cref="StartRefusedException">The database was filled with the demo.</exception>
    public static async Task RefuseDemoPeopleAsync(this WebApplication app, CancellationToken cancellationToken)
    {
        if (app.Environment.IsProduction() && await app.Services.GetRequiredService<IDemo>().IsHereAsync(cancellationToken))
        {
            throw new StartRefusedException(
                "This database was filled with the demo, whose people log in with a password that everybody knows. Production needs a database of its own: see ConnectionStrings:Champions.");
        }
    }
}
