using Champions.Infrastructure;

namespace Champions.Web.Setup;

/// <summary>Configuration key <c>Demo:Enabled</c>.</summary>
internal static class DemoSetting
{
    public static bool IsDemoEnabled(this IConfiguration configuration)
    {
        var text = configuration["Demo:Enabled"];
        return string.IsNullOrWhiteSpace(text) ? false
            : bool.TryParse(text, out var enabled) ? enabled
            : throw new StartRefusedException($"Demo:Enabled is \"{text}\". Use true or false.");
    }

    /// <exception cref="StartRefusedException">The demo is on in Production, where everybody could sign in as anybody.</exception>
    public static void RefuseDemoInProduction(this WebApplicationBuilder builder)
    {
        if (builder.Configuration.IsDemoEnabled() && builder.Environment.IsProduction())
        {
            throw new StartRefusedException("Demo:Enabled is true in Production, where everybody could log in as the demo's people. Set it to false.");
        }
    }
}
