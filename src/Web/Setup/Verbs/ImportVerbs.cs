using Champions.Application.Imports;
using Champions.Domain.Common;

namespace Champions.Web.Setup.Verbs;

internal static class ImportVerbs
{
    private const string TrustOption = "--trust";

    public static Verb Trusts { get; } = new(
        "import-trusts",
        "FILE",
        "takes over a trust list of the NHS Organisation Data Service (etr.csv)",
        args => args is [var file] && !file.StartsWith('-') ? context => TrustsAsync(context, file) : null);

    public static Verb Sites { get; } = new(
        "import-sites",
        $"FILE [{TrustOption} CODE]",
        "takes over its list of trust sites (ets.csv)",
        args => args switch
        {
            [var file] when !file.StartsWith('-') => context => SitesAsync(context, file, null),
            [var file, TrustOption, var code] when !file.StartsWith('-') => context => SitesAsync(context, file, code),
            [TrustOption, var code, var file] => context => SitesAsync(context, file, code),
            _ => null,
        });

    private static Task<int> TrustsAsync(VerbContext context, string path) => ImportAsync(
        context,
        path,
        "trust",
        file => context.Services.GetRequiredService<ImportTrustsHandler>().HandleAsync(new ImportTrusts(file), CancellationToken.None));

    private static Task<int> SitesAsync(VerbContext context, string path, string? trust) => ImportAsync(
        context,
        path,
        "site",
        file => context.Services.GetRequiredService<ImportSitesHandler>().HandleAsync(new ImportSites(file, trust), CancellationToken.None));

    private static async Task<int> ImportAsync(VerbContext context, string path, string one, Func<Stream, Task<Result<ImportReport>>> import)
    {
        Result<ImportReport> result;
        try
        {
            await using var file = File.OpenRead(path);
            result = await import(file);
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            return await context.RefuseAsync($"There is no file {Path.GetFullPath(path)}.");
        }
        catch (Exception fault) when (fault is UnauthorizedAccessException or IOException)
        {
            return await context.RefuseAsync($"The file {path} cannot be read.");
        }

        return result.IsSuccess ? await TellAsync(context, result.Value, one) : await context.RefuseAsync(result.Error.Message);
    }

    private static async Task<int> TellAsync(VerbContext context, ImportReport report, string one)
    {
        var writer = report.IsApplied ? context.Out : context.Error;
        await writer.WriteLineAsync(report.Summary(one));
        foreach (var line in report.IsApplied ? report.Changes.Select(c => c.ToString()) : report.Problems.Select(p => p.ToString()))
        {
            await writer.WriteLineAsync(line);
        }

        return report.IsApplied ? VerbContext.Done : VerbContext.Refused;
    }
}
