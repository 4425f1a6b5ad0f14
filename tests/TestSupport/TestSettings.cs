using Champions.Infrastructure.Persistence;
using Microsoft.Extensions.Configuration;

namespace Champions.TestSupport;

/// <summary>The configuration every test runs under; the keys are the product's own.</summary>
internal static class TestSettings
{
    public const string PublicUrl = "http://localhost";

    public static Dictionary<string, string?> For(DatabaseOptions database, string mailFolder) => new(StringComparer.OrdinalIgnoreCase)
    {
        ["Database:Provider"] = database.Provider.ToString(),
        ["ConnectionStrings:Champions"] = database.ConnectionString,
        ["PublicUrl"] = PublicUrl,
        ["Email:Transport"] = "Folder",
        ["Email:Folder"] = mailFolder,
        ["Audit:KeyFile"] = Path.Combine(mailFolder, "audit.key"),
        ["Jobs:Enabled"] = "false",
        ["Demo:Enabled"] = "false",
    };

    public static IConfiguration Configuration(IEnumerable<KeyValuePair<string, string?>> settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
}
