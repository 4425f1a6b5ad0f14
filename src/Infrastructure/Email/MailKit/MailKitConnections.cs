using System.Collections.Concurrent;
using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Champions.Infrastructure.Email;

/// <summary>Up to four open connections to the relay. One is given up after 100 emails, a minute of rest, or any fault.</summary>
internal sealed class MailKitConnections(SmtpOptions relay, TimeProvider clock) : IAsyncDisposable
{
    private const int Most = 4;
    private const int EmailsEach = 100;
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim places = new(Most, Most);
    private readonly ConcurrentBag<Kept> rested = [];

    /// <summary>Waits for a place among the four; the connection goes back, or is closed, when it is disposed of.</summary>
    /// <exception cref="NotConnectedException">The relay is not there.</exception>
    public async Task<Lease> TakeAsync(CancellationToken cancellationToken)
    {
        await places.WaitAsync(cancellationToken);
        try
        {
            return new Lease(this, await RestedAsync(cancellationToken) ?? new Kept(await ConnectAsync(cancellationToken), Emails: 0, clock.GetTimestamp()));
        }
        catch
        {
            places.Release();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        while (rested.TryTake(out var kept))
        {
            await CloseAsync(kept.Client);
        }

        places.Dispose();
    }

    /// <summary>One that the relay still knows: a kept connection may have been closed while nobody looked.</summary>
    private async Task<Kept?> RestedAsync(CancellationToken cancellationToken)
    {
        while (rested.TryTake(out var kept))
        {
            if (kept.Emails < EmailsEach && clock.GetElapsedTime(kept.Since) < Rest && await IsAliveAsync(kept.Client, cancellationToken))
            {
                return kept;
            }

            await CloseAsync(kept.Client);
        }

        return null;
    }

    private static async Task<bool> IsAliveAsync(SmtpClient client, CancellationToken cancellationToken)
    {
        try
        {
            await client.NoOpAsync(cancellationToken);
            return true;
        }
        catch (Exception fault) when (fault is IOException or SocketException or ServiceNotConnectedException or CommandException or ProtocolException)
        {
            return false;
        }
    }

    private async Task<RelayClient> ConnectAsync(CancellationToken cancellationToken)
    {
        var client = new RelayClient { CheckCertificateRevocation = false };
        if (relay.CertificateCheck is not null)
        {
            client.ServerCertificateValidationCallback = relay.CertificateCheck;
        }

        try
        {
            // The socket takes the connection over, and the client the socket
            await client.ConnectAsync(await SocketAsync(cancellationToken), relay.Host, relay.Port, Security(), cancellationToken);
            if (relay is { User: { } user, Password: { } password })
            {
                await client.AuthenticateAsync(user, password, cancellationToken);
            }

            return client;
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    /// <summary>Short commands must not wait for each other's acknowledgement, so Nagle's algorithm is off.</summary>
    private async Task<Socket> SocketAsync(CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(relay.Host, relay.Port, cancellationToken);
            return socket;
        }
        catch (Exception fault)
        {
            socket.Dispose();
            throw fault is SocketException none ? new NotConnectedException(none) : fault;
        }
    }

    private SecureSocketOptions Security() => relay.Security switch
    {
        SmtpSecurity.Tls => SecureSocketOptions.SslOnConnect,
        SmtpSecurity.StartTls => SecureSocketOptions.StartTls,
        _ => SecureSocketOptions.None,
    };

    private async Task GiveBackAsync(Kept kept, bool healthy)
    {
        if (healthy)
        {
            rested.Add(kept with { Emails = kept.Emails + 1, Since = clock.GetTimestamp() });
        }
        else
        {
            await CloseAsync(kept.Client);
        }

        places.Release();
    }

    private static async Task CloseAsync(SmtpClient client)
    {
        using (client)
        {
            try
            {
                using var patience = new CancellationTokenSource(Farewell);
                // After a fault the dialogue may stand anywhere: no farewell
                await client.DisconnectAsync(quit: false, patience.Token);
            }
            catch (Exception fault) when (fault is IOException or SocketException or OperationCanceledException or ProtocolException or CommandException)
            {
                // It was closing anyway
            }
        }
    }

    /// <param name="Client">Connected and logged in.</param>
    /// <param name="Emails">How many it has carried.</param>
    /// <param name="Since">Timestamp of its last use.</param>
    internal sealed record Kept(RelayClient Client, int Emails, long Since);

    /// <summary>No connection could be made.</summary>
    internal sealed class NotConnectedException(SocketException cause) : Exception(cause.SocketErrorCode.ToString(), cause);

    /// <summary>Remembers how far the relay went with an email: once it has taken the sender, what it refuses is that email alone.</summary>
    internal sealed class RelayClient : SmtpClient
    {
        public bool TookSender { get; set; }

        protected override void OnSenderAccepted(MimeMessage message, MailboxAddress mailbox, SmtpResponse response) => TookSender = true;
    }

    /// <summary>The use of a connection for one email.</summary>
    internal sealed class Lease(MailKitConnections owner, Kept kept) : IAsyncDisposable
    {
        private bool healthy;

        public RelayClient Client => kept.Client;

        /// <summary>The email went well: the connection may carry another.</summary>
        public void Keep() => healthy = true;

        public async ValueTask DisposeAsync() => await owner.GiveBackAsync(kept, healthy);
    }
}
