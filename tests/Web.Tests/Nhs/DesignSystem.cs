using System.ComponentModel;
using System.Diagnostics;
using System.Reflection;
using System.Text.Json;

namespace Champions.Web.Tests.Nhs;

/// <summary>The design system's own templates, rendered by Node from the pinned package.</summary>
internal static class DesignSystem
{
    public static string Folder { get; } = typeof(DesignSystem).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "ConformanceFolder").Value!;

    public static IReadOnlyList<ConformanceCase> Cases { get; } = JsonSerializer.Deserialize<List<ConformanceCase>>(
        File.ReadAllText(Path.Combine(Folder, "cases.json")), JsonSerializerOptions.Web)!;

    /// <summary>HTML of every case by name.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> RenderAsync()
    {
        if (!File.Exists(Path.Combine(Folder, "node_modules", ".package-lock.json")))
        {
            await RunAsync("npm", "ci --ignore-scripts --no-audit --no-fund", "");
        }

        var asked = JsonSerializer.Serialize(Cases.Select(each => new { component = each.Component, @params = each.Params }));
        var rendered = JsonSerializer.Deserialize<string[]>(await RunAsync("node", "render.mjs", asked))!;
        return Cases.Zip(rendered).ToDictionary(pair => pair.First.Name, pair => pair.Second);
    }

    private static async Task<string> RunAsync(string program, string arguments, string input)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true
        };
        using var process = Start(start);
        var output = process.StandardOutput.ReadToEndAsync();
        var problems = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? await output : throw new InvalidOperationException($"{program} {arguments} failed: {await problems}");
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception missing)
        {
            throw new InvalidOperationException($"{start.FileName} was not found. Install Node 20 or later with npm to run the conformance tests.", missing);
        }
    }
}
