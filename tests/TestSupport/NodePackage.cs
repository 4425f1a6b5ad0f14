using System.ComponentModel;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Champions.TestSupport;

/// <summary>A program of the npm registry that tests run, installed by its lock file at first use.</summary>
/// <param name="name">Its folder in tests/TestSupport.</param>
internal sealed class NodePackage(string name)
{
    private readonly string folder = Path.Combine(Repository.Root, "tests", "TestSupport", name);

    public static int SparePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Test projects run side by side, so one installs and the others wait.</summary>
    public async Task InstallAsync()
    {
        await using var turn = await TurnAsync();
        // npm writes this file last, so its presence means a whole install
        if (File.Exists(Path.Combine(folder, "node_modules", ".package-lock.json")))
        {
            return;
        }

        using var npm = Start(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"]);
        var complaints = await npm.StandardError.ReadToEndAsync();
        await npm.WaitForExitAsync();
        if (npm.ExitCode != 0)
        {
            throw new InvalidOperationException($"npm ci ended with {npm.ExitCode}: {complaints}");
        }
    }

    /// <summary>Starts a script of the package; whoever starts it ends it.</summary>
    public Process Run(params string[] arguments) => Start("node", arguments);

    private async Task<FileStream> TurnAsync()
    {
        var file = Path.Combine(Path.GetTempPath(), $"champions-{name}-install.lock");
        FileStream? turn = null;
        await Poll.UntilAsync(
            () =>
            {
                try
                {
                    turn = new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
                    return true;
                }
                catch (IOException)
                {
                    return false;
                }
            },
            $"another test project has installed {name}",
            TimeSpan.FromMinutes(3));
        return turn!;
    }

    private Process Start(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception missing)
        {
            throw new InvalidOperationException($"The tests need {program}, which was not found. Install Node 20 or newer with npm.", missing);
        }
    }
}
