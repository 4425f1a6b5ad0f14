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
    private static readonly NodePackage Package = new("maildev");

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
        await Package.InstallAsync();
        var (smtp, web) = (NodePackage.SparePort(), NodePackage.SparePort());
        var store = TemporaryFolder.Create();
        var started = Package.Run(
            Path.Combine("node_modules", "maildev", "bin", "maildev"), "--silent", "--ip", "127.0.0.1", "--web-ip", "127.0.0.1",
            "--smtp", smtp.ToString(), "--web", web.ToString(), "--mail-directory", store);
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
