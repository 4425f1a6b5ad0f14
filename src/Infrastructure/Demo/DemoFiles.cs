using Champions.Application.Imports;

namespace Champions.Infrastructure.Demo;

/// <summary>The real places in the folder Data.</summary>
internal static class DemoFiles
{
    public static Task<IReadOnlyList<OdsRow>> TrustsAsync(CancellationToken cancellationToken) => OdsAsync("trusts.csv", cancellationToken);

    public static Task<IReadOnlyList<OdsRow>> SitesAsync(CancellationToken cancellationToken) => OdsAsync("sites.csv", cancellationToken);

    /// <summary>Site code, ward code, treatment function by name, ward name.</summary>
    public static IReadOnlyList<(string Site, string Code, string Specialty, string Name)> Wards()
    {
        var functions = Lines("treatment-functions.csv").ToDictionary(f => f[0], f => f[1]);
        return [.. Lines("wards.csv").Select(w => (w[0], w[1], functions[w[2]], w[3]))];
    }

    private static async Task<IReadOnlyList<OdsRow>> OdsAsync(string file, CancellationToken cancellationToken)
    {
        await using var stream = Open(file);
        return (await OdsFile.ReadAsync(stream, cancellationToken)).Rows;
    }

    private static IEnumerable<string[]> Lines(string file)
    {
        using var reader = new StreamReader(Open(file));
        foreach (var line in reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1))
        {
            yield return line.Split(',');
        }
    }

    private static Stream Open(string file) =>
        typeof(DemoFiles).Assembly.GetManifestResourceStream($"Champions.Infrastructure.Demo.{file}")
        ?? throw new InvalidOperationException($"The demo's file {file} is missing from the assembly.");
}
