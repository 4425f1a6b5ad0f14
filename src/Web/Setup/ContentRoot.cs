namespace Champions.Web.Setup;

/// <summary>Where appsettings.json, the web files and the data folder are: never where the program happens to be started from.</summary>
internal static class ContentRoot
{
    private const string Setting = "contentRoot";
    private const string Settings = "appsettings.json";

    /// <summary>
    /// Null when the command line or the environment names one. Else the current folder when the settings lie there, as with
    /// <c>dotnet run</c>, or the folder of the program.
    /// </summary>
    public static string? Find(string[] args)
    {
        var named = args.Any(a => a.TrimStart('-', '/').StartsWith(Setting, StringComparison.OrdinalIgnoreCase))
            || Environment.GetEnvironmentVariable("ASPNETCORE_CONTENTROOT") is not null
            || Environment.GetEnvironmentVariable("DOTNET_CONTENTROOT") is not null;
        var here = Directory.GetCurrentDirectory();
        return named ? null : File.Exists(Path.Combine(here, Settings)) ? here : AppContext.BaseDirectory;
    }
}
