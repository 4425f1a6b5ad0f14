using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Champions.TestSupport.Smtp;

/// <summary>
/// A relay on this machine that does what a test tells it, at the step the test names: answer with any number, say nothing, or cut the
/// connection. Without instructions it takes every email, as a good relay does, and keeps it.
/// </summary>
public sealed class SmtpServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource closing = new();
    private readonly ConcurrentDictionary<SmtpStep, ConcurrentQueue<SmtpAct>> script = new();
    private readonly ConcurrentQueue<SmtpEmail> emails = new();
    private readonly ConcurrentQueue<string> commands = new();
    private readonly ConcurrentBag<Task> talks = [];
    private readonly Task accepting;
    private int connections;
    private int bodies;

    private SmtpServer(SmtpServerOptions options)
    {
        Options = options;
        listener.Start();
        accepting = AcceptAsync();
    }

    public SmtpServerOptions Options { get; }

    public static string Host => "127.0.0.1";

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Every email that got its final 250, in order.</summary>
    public IReadOnlyList<SmtpEmail> Emails => [.. emails];

    /// <summary>Every line the clients sent outside bodies, in order.</summary>
    public IReadOnlyList<string> Commands => [.. commands];

    public int Connections => Volatile.Read(ref connections);

    /// <summary>Bodies that came whole, whatever the answer was.</summary>
    public int Bodies => Volatile.Read(ref bodies);

    public static SmtpServer Start(SmtpServerOptions? options = null) => new(options ?? new SmtpServerOptions());

    /// <summary>What happens at the next times a client gets to the step; afterwards the server behaves well again.</summary>
    public SmtpServer On(SmtpStep step, params SmtpAct[] acts)
    {
        var queue = script.GetOrAdd(step, _ => new ConcurrentQueue<SmtpAct>());
        foreach (var act in acts)
        {
            queue.Enqueue(act);
        }

        return this;
    }

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        listener.Stop();
        await accepting;
        await Task.WhenAll(talks);
        closing.Dispose();
    }

    internal SmtpAct? Next(SmtpStep step) => script.TryGetValue(step, out var queue) && queue.TryDequeue(out var act) ? act : null;

    internal void Heard(string command) => commands.Enqueue(command);

    internal void HeardBody() => Interlocked.Increment(ref bodies);

    internal void Took(SmtpEmail email) => emails.Enqueue(email);

    private async Task AcceptAsync()
    {
        while (!closing.IsCancellationRequested)
        {
            try
            {
                var client = await listener.AcceptTcpClientAsync(closing.Token);
                Interlocked.Increment(ref connections);
                talks.Add(new SmtpTalk(this, client).RunAsync(closing.Token));
            }
            catch (Exception end) when (end is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }
}
