using System.Net.Sockets;
using Champions.Application.Abstractions;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Champions.Infrastructure.Email;

/// <summary>Sends with MailKit over a few kept connections, with STARTTLS, TLS from the first byte or none.</summary>
internal sealed class MailKitTransport(SmtpOptions relay, TimeProvider clock) : IEmailTransport, IAsyncDisposable
{
    private readonly MailKitConnections connections = new(relay, clock);

    public string Name => "SMTP (MailKit)";

    public async Task<DeliveryReply> SendAsync(OutgoingEmail email, CancellationToken cancellationToken)
    {
        if (OutgoingEmailCheck.Refusal(email) is { } refusal)
        {
            return refusal;
        }

        cancellationToken.ThrowIfCancellationRequested();
        using var patience = new SendingPatience(relay, cancellationToken);
        try
        {
            return await SendAsync(email, patience);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested && !patience.BodyBegan)
        {
            throw;
        }
        catch (OperationCanceledException)
        {
            return SmtpJudgement.TimedOut(patience.BodyBegan);
        }
        catch (SmtpCommandException answer)
        {
            // While the connection was made: it meets every email alike
            return SmtpJudgement.Of((int)answer.StatusCode, answer.Message, aboutThisEmail: false);
        }
        catch (ServiceNotAuthenticatedException refused)
        {
            return SmtpJudgement.Stopped("530 " + refused.Message);
        }
        catch (AuthenticationException refused)
        {
            // 454 and its like are the relay's trouble, not a wrong password
            return refused.InnerException is SmtpCommandException { StatusCode: var code } && (int)code is >= 400 and < 500
                ? SmtpJudgement.Of((int)code, refused.Message, aboutThisEmail: false)
                : SmtpJudgement.Stopped("The relay refused the log-in: " + refused.Message);
        }
        catch (SslHandshakeException refused)
        {
            return SmtpJudgement.Stopped("The relay's certificate was not accepted: " + refused.Message);
        }
        catch (NotSupportedException missing)
        {
            // STARTTLS or a way to log in that the relay does not offer
            return SmtpJudgement.Stopped(missing.Message);
        }
        catch (MailKitConnections.NotConnectedException fault)
        {
            return SmtpJudgement.Unreachable(fault.Message);
        }
        catch (Exception fault) when (fault is IOException or SocketException or SmtpProtocolException or ServiceNotConnectedException)
        {
            return SmtpJudgement.Broken(fault.Message);
        }
    }

    public ValueTask DisposeAsync() => connections.DisposeAsync();

    private async Task<DeliveryReply> SendAsync(OutgoingEmail email, SendingPatience patience)
    {
        using var written = new MemoryStream(MimeComposer.Compose(email, clock.GetUtcNow()), writable: false);
        using var message = await MimeMessage.LoadAsync(written, patience.Token);
        await using var connection = await connections.TakeAsync(patience.Token);
        connection.Client.TookSender = false;
        try
        {
            var answer = await connection.Client.SendAsync(
                message,
                new MailboxAddress(email.FromName, email.FromAddress),
                [new MailboxAddress(email.ToName, email.ToAddress)],
                patience.Token,
                new FirstBytes(patience));
            connection.Keep();
            return SmtpJudgement.Accepted(answer);
        }
        catch (SmtpCommandException answer)
        {
            // MailKit knows only some numbers as a refused recipient; how far the relay went tells for all of them
            return SmtpJudgement.Of((int)answer.StatusCode, answer.Message, aboutThisEmail: connection.Client.TookSender);
        }
    }

    /// <summary>MailKit reports progress from the first bytes of the body on.</summary>
    private sealed class FirstBytes(SendingPatience patience) : ITransferProgress
    {
        public void Report(long bytesTransferred, long totalSize) => patience.BodyBegins();

        public void Report(long bytesTransferred) => patience.BodyBegins();
    }
}
