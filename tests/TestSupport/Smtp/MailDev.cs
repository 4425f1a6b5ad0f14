using System.ComponentModel;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using Champions.TestSupport.Databases;

namespace Champions.TestSupport.Smtp;

/// <summary>
/// A real SMTP server that nobody here wrote: npm's maildev on spare ports of this machine, installed by its lock file at first
/// use. What it received is read back from its own web interface, as parsed by its own reader of emails.
/// </summary>
public sealed class MailDev : IAsyncDisposable
{
    private static readonly string Package = Path.Combine(Repository.Root, "tests", "TestSupport", "maildev");

    private readonly Process process;
    private readonly HttpClient client;
    private readonly string folder;

    private MailDev(Process process, int smtpPort, int webPort, string folder)
    {
        this.process = process;
        this.folder = folder;
        Port = smtpPort;
        client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{webPort}") };
    }

    public int Port { get; }

    public static async Task<MailDev> StartAsync()
    {
        await InstallAsync();
        var (smtp, web) = (SparePort(), SparePort());
        var store = TemporaryFolder.Create();
        var started = Start(
            "node",
            [
                Path.Combine("node_modules", "maildev", "bin", "maildev"), "--silent", "--ip", "127.0.0.1", "--web-ip", "127.0.0.1",
                "--smtp", smtp.ToString(), "--web", web.ToString(), "--mail-directory", store,
            ]);
        var server = new MailDev(started, smtp, web, store);
        await Poll.UntilAsync(server.IsReadyAsync, "maildev answers");
        return server;
    }

    public async Task<IReadOnlyList<MailDevEmail>> EmailsAsync() =>
        await client.GetFromJsonAsync<MailDevEmail[]>("/email", JsonSerializerOptions.Web) ?? [];

    /// <summary>Waits for so many; a server may parse an email after it has accepted it.</summary>
    public async Task<IReadOnlyList<MailDevEmail>> EmailsAsync(int count)
    {
        IReadOnlyList<MailDevEmail> emails = [];
        await Poll.UntilAsync(async () => (emails = await EmailsAsync()).Count >= count, $"maildev has {count} emails");
        return emails;
    }

    /// <summary>The content of an attachment, as maildev took it out of the email.</summary>
    public Task<string> ContentAsync(MailDevEmail email, MailDevAttachment attachment) =>
        client.GetStringAsync($"/email/{email.Id}/attachment/{attachment.GeneratedFileName}");

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        using (process)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }

        TemporaryFolder.Delete(folder);
    }

    private async Task<bool> IsReadyAsync()
    {
        if (process.HasExited)
        {
            throw new InvalidOperationException($"maildev ended with {process.ExitCode}: {await process.StandardError.ReadToEndAsync()}");
        }

        try
        {
            using var smtp = new TcpClient();
            await smtp.ConnectAsync(IPAddress.Loopback, Port);
            return (await client.GetAsync("/healthz")).IsSuccessStatusCode;
        }
        catch (Exception notYet) when (notYet is SocketException or HttpRequestException)
        {
            return false;
        }
    }

    /// <summary>Test projects run side by side, so one installs and the others wait.</summary>
    private static async Task InstallAsync()
    {
        await using var turn = await TurnAsync();
        // npm writes this file last, so its presence means a whole install
        if (File.Exists(Path.Combine(Package, "node_modules", ".package-lock.json")))
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

    private static async Task<FileStream> TurnAsync()
    {
        var file = Path.Combine(Path.GetTempPath(), "champions-maildev-install.lock");
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
            "another test project has installed maildev",
            TimeSpan.FromMinutes(3));
        return turn!;
    }

    private static Process Start(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            WorkingDirectory = Package,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception missing)
        {
            throw new InvalidOperationException($"The mail tests need {program}, which was not found. Install Node 20 or newer with npm.", missing);
        }
    }

    private static int SparePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

/// <summary>An email as maildev read it.</summary>
public sealed record MailDevEmail(
    string Id,
    string MessageId,
    string Subject,
    string Text,
    string Html,
    IReadOnlyList<MailDevAddress> From,
    IReadOnlyList<MailDevAddress> To,
    IReadOnlyList<MailDevAttachment>? Attachments,
    IReadOnlyList<MailDevPart>? Alternatives);

public sealed record MailDevAddress(string Address, string Name);

public sealed record MailDevAttachment(string FileName, string GeneratedFileName, string ContentType);

public sealed record MailDevPart(string ContentType, string Content);
