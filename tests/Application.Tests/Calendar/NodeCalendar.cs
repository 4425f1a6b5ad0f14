using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace Champions.Application.Tests.Calendar;

/// <summary>The independent reader of calendar files: ical.js on Node, installed by its lock file at first use.</summary>
public sealed class NodeCalendar : IAsyncLifetime
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "ical");

    public async Task InitializeAsync()
    {
        // npm writes this file last, so its presence means a whole install
        if (!File.Exists(Path.Combine(Folder, "node_modules", ".package-lock.json")))
        {
            await RunAsync(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"]);
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    internal async Task<IReadOnlyList<ReadEvent>> ReadAsync(IReadOnlyList<string> calendarTexts) =>
        Events(await RunAsync("node", ["read.js"], JsonSerializer.Serialize(calendarTexts)));

    /// <summary>What a calendar shows after the files arrived in the order given.</summary>
    internal async Task<IReadOnlyList<ReadEvent>> ReplayAsync(IEnumerable<string> files) =>
        Events(await RunAsync("node", ["replay.js", .. files]));

    private static ReadEvent[] Events(string json) => JsonSerializer.Deserialize<ReadEvent[]>(json, JsonSerializerOptions.Web)!;

    private static async Task<string> RunAsync(string program, string[] arguments, string input = "")
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
        };
        using var process = Start(start);
        var output = process.StandardOutput.ReadToEndAsync();
        var complaints = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        await process.WaitForExitAsync(patience.Token);
        return process.ExitCode == 0
            ? await output
            : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}: {await complaints}{await output}");
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception missing)
        {
            throw new InvalidOperationException($"The calendar tests need {start.FileName}, which was not found. Install Node 20 or newer with npm.", missing);
        }
    }
}

internal sealed record ReadParty(string Name, string Address);

internal sealed record ReadEvent(
    string Method,
    string Version,
    string Uid,
    int Sequence,
    string Status,
    string Stamp,
    string Start,
    string End,
    string Summary,
    string? Description,
    string? Location,
    ReadParty Organizer,
    IReadOnlyList<ReadParty> Attendees);
