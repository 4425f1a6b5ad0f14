using Champions.Infrastructure.Persistence;
using Microsoft.Extensions.Configuration;

namespace Champions.TestSupport;

/// <summary>The configuration every test runs under; the keys are the product's own.</summary>
internal static class TestSettings
{
    public const string PublicUrl = "http://localhost";

    /// <summary>In a folder of its own, so that the emails of a test stand alone.</summary>
    private static readonly string AuditKey = Path.Combine("keys", "audit.key");

    public static Dictionary<string, string?> For(DatabaseOptions database, string mailFolder) => new(StringComparer.OrdinalIgnoreCase)
    {
        ["Database:Provider"] = database.Provider.ToString(),
        ["ConnectionStrings:Champions"] = database.ConnectionString,
        ["PublicUrl"] = PublicUrl,
        ["Email:Transport"] = "Folder",
        ["Email:Folder"] = mailFolder,
        ["Audit:KeyFile"] = Path.Combine(mailFolder, AuditKey),
        ["Audit:AnchorFile"] = Path.Combine(mailFolder, "audit-anchors.txt"),
        ["Jobs:Enabled"] = "false",
        ["Demo:Enabled"] = "false",
    };

    /// <summary>Every test database is a copy of one whose chains were begun with this key.</summary>
    public static string WriteAuditKey(string folder)
    {
        var path = Path.Combine(folder, AuditKey);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, Convert.ToBase64String(new byte[32]));
        return path;
    }

    public static IConfiguration Configuration(IEnumerable<KeyValuePair<string, string?>> settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
}
