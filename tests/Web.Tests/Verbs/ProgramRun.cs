using System.Diagnostics;

namespace Champions.Web.Tests.Verbs;

/// <summary>The real program in a process of its own, run to its end.</summary>
internal sealed record ProgramRun(int ExitCode, string Out, string Error)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    /// <param name="settings">Configuration, given as environment variables.</param>
    /// <param name="input">Standard input, closed after it.</param>
    /// <param name="arguments">What stands behind the program's name.</param>
    public static async Task<ProgramRun> StartAsync(IReadOnlyDictionary<string, string?> settings, string? input, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = Path.GetTempPath(),
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Champions.Web.dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        foreach (var (key, value) in settings)
        {
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        using var program = Process.Start(start)!;
        var output = program.StandardOutput.ReadToEndAsync();
        var error = program.StandardError.ReadToEndAsync();
        await program.StandardInput.WriteAsync(input);
        program.StandardInput.Close();
        using var limit = new CancellationTokenSource(Limit);
        try
        {
            await program.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException tooLong)
        {
            program.Kill(entireProcessTree: true);
            throw new TimeoutException($"{string.Join(' ', arguments)} did not end. It said: {await output}{await error}", tooLong);
        }

        return new ProgramRun(program.ExitCode, (await output).Trim(), (await error).Trim());
    }
}
