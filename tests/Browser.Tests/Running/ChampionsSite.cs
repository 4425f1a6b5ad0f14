using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Champions.Browser.Tests.Running;

/// <summary>
/// The real program in a process of its own, with a database of its own and the demo: the published output that
/// scripts/test names in <c>CHAMPIONS_WEB_PUBLISHED</c>, or what was built beside these tests.
/// </summary>
public sealed class ChampionsSite : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(90);

    private readonly Process process;
    private readonly string folder;
    private readonly StringBuilder output = new();

    private ChampionsSite(Process process, string folder, Uri address)
    {
        this.process = process;
        this.folder = folder;
        Address = address;
    }

    public Uri Address { get; }

    /// <summary>What the program has written so far.</summary>
    public string Output
    {
        get
        {
            lock (output)
            {
                return output.ToString();
            }
        }
    }

    public static async Task<ChampionsSite> StartAsync()
    {
        var temporary = Directory.CreateTempSubdirectory("champions-browser-").FullName;
        var spare = new Uri($"http://localhost:{SparePort()}");
        var site = new ChampionsSite(new Process { StartInfo = Command(temporary, spare) }, temporary, spare);
        site.process.OutputDataReceived += site.Keep;
        site.process.ErrorDataReceived += site.Keep;
        site.process.Start();
        site.process.BeginOutputReadLine();
        site.process.BeginErrorReadLine();
        await site.UntilReadyAsync();
        return site;
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>The shell ends the program when this test process has ended, however it ended.</summary>
    private static ProcessStartInfo Command(string temporary, Uri spare)
    {
        const string Watch = """
            dotnet "$@" & program=$!
            while kill -0 "$OWNER" 2>/dev/null && kill -0 $program 2>/dev/null; do sleep 0.2; done
            kill -9 $program 2>/dev/null
            """;
        var start = new ProcessStartInfo("bash") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add(Watch);
        start.ArgumentList.Add("bash");
        var published = Environment.GetEnvironmentVariable("CHAMPIONS_WEB_PUBLISHED");
        var (program, contentRoot) = published is { Length: > 0 }
            ? (published, published)
            : (AppContext.BaseDirectory, Path.Combine(Repository.Root, "src", "Web"));
        start.WorkingDirectory = contentRoot;
        start.ArgumentList.Add(Path.Combine(program, "Champions.Web.dll"));
        start.ArgumentList.Add("--contentRoot");
        start.ArgumentList.Add(contentRoot);

        start.Environment["OWNER"] = Environment.ProcessId.ToString();
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["ASPNETCORE_URLS"] = spare.ToString();
        start.Environment["PublicUrl"] = spare.ToString();
        start.Environment["Database__Provider"] = "Sqlite";
        start.Environment["ConnectionStrings__Champions"] = $"Data Source={Path.Combine(temporary, "champions.db")}";
        start.Environment["Email__Transport"] = "Folder";
        start.Environment["Email__Folder"] = Path.Combine(temporary, "mail");
        start.Environment["Jobs__PollSeconds"] = "1";
        start.Environment["Demo__Enabled"] = "true";
        return start;
    }

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        lock (output)
        {
            output.AppendLine(line.Data);
        }
    }

    private async Task UntilReadyAsync()
    {
        using var client = new HttpClient { BaseAddress = Address };
        using var limit = new CancellationTokenSource(StartLimit);
        while (!await IsReadyAsync(client, limit.Token))
        {
            if (process.HasExited || limit.IsCancellationRequested)
            {
                var said = Output;
                await DisposeAsync();
                throw new InvalidOperationException($"The web program did not start. It said: {said}");
            }

            await Task.Delay(100, CancellationToken.None);
        }
    }

    private static async Task<bool> IsReadyAsync(HttpClient client, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await client.GetAsync("/health/ready", cancellationToken);
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (Exception fault) when (fault is HttpRequestException or OperationCanceledException)
        {
            return false;
        }
    }

    private static int SparePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
