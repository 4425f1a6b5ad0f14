using System.Net;
using System.Net.Mail;
using System.Net.Sockets;
using System.Security.Authentication;
using Champions.Application.Abstractions;

namespace Champions.Infrastructure.Email;

/// <summary>
/// Sends with the framework's own client: one connection for each email, STARTTLS or none, log-in by name and password. It cannot
/// start a connection with TLS; that takes the full build with MailKit.
/// </summary>
internal sealed class SystemNetMailTransport(SmtpOptions relay) : IEmailTransport
{
    private const string ServerSaid = "The server response was: ";

    private const int FarewellMilliseconds = 5000;

    public string Name => "SMTP (System.Net.Mail)";

    public async Task<DeliveryReply> SendAsync(OutgoingEmail email, CancellationToken cancellationToken)
    {
        if (OutgoingEmailCheck.Refusal(email) is { } refusal)
        {
            return refusal;
        }

        cancellationToken.ThrowIfCancellationRequested();
        using var patience = new SendingPatience(relay, cancellationToken);
        using var message = MailMessages.Of(email, patience.BodyBegins);
        var client = Client();
        try
        {
            // The client's own handling of a token stops short of a server that says nothing, so waiting ends here
            await client.SendMailAsync(message, patience.Token).WaitAsync(patience.Token);
            return SmtpJudgement.Accepted(words: null);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested && !patience.BodyBegan)
        {
            throw;
        }
        catch (OperationCanceledException)
        {
            return SmtpJudgement.TimedOut(patience.BodyBegan);
        }
        catch (SmtpException fault)
        {
            return Judge(fault, patience.BodyBegan);
        }
        catch (Exception fault) when (fault is IOException or SocketException or AuthenticationException or ObjectDisposedException or InvalidOperationException)
        {
            return ByCause(fault, fault.Message);
        }
        finally
        {
            Dispose(client);
        }
    }

    private static DeliveryReply Judge(SmtpException fault, bool bodyBegan)
    {
        // Several recipients would be told apart here; an email of ours has one
        var recipient = fault as SmtpFailedRecipientException;
        var code = (int)fault.StatusCode;
        return code > 0
            ? SmtpJudgement.Of(code, Words(fault), aboutThisEmail: recipient is not null || bodyBegan)
            : ByCause(fault.InnerException, fault.Message);
    }

    private static DeliveryReply ByCause(Exception? cause, string message)
    {
        for (var fault = cause; fault is not null; fault = fault.InnerException)
        {
            switch (fault)
            {
                case AuthenticationException:
                    return SmtpJudgement.Stopped("The relay's certificate was not accepted: " + fault.Message);
                case SocketException { SocketErrorCode: SocketError.ConnectionReset or SocketError.ConnectionAborted or SocketError.Shutdown }:
                    return SmtpJudgement.Broken(fault.Message);
                case SocketException socket:
                    return SmtpJudgement.Unreachable(socket.SocketErrorCode.ToString());
            }
        }

        // Without a cause the client refused by itself: it was told to use STARTTLS and the relay does not offer it
        return cause is null ? SmtpJudgement.Stopped(message) : SmtpJudgement.Broken(cause.Message);
    }

    private static string Words(SmtpException fault)
    {
        var start = fault.Message.IndexOf(ServerSaid, StringComparison.Ordinal);
        return start < 0 ? fault.Message : fault.Message[(start + ServerSaid.Length)..];
    }

    private SmtpClient Client() => new(relay.Host, relay.Port)
    {
        EnableSsl = relay.Security == SmtpSecurity.StartTls,
        UseDefaultCredentials = false,
        Credentials = relay.User is null ? null : new NetworkCredential(relay.User, relay.Password),
        // The client's one limit counts from the start and would cut an email off in its body: ours must come first
        Timeout = (int)(relay.DialogTimeout + relay.FinalReplyTimeout + TimeSpan.FromMinutes(1)).TotalMilliseconds,
    };

    private static void Dispose(SmtpClient client)
    {
        try
        {
            // Closing a connection politely must not hold up the sender
            client.Timeout = FarewellMilliseconds;
            client.Dispose();
        }
        catch (Exception fault) when (fault is IOException or SocketException or SmtpException or InvalidOperationException)
        {
            // The relay did not wait for our farewell; the email's fate is known by now
        }
    }
}
