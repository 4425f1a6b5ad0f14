using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;

namespace Champions.TestSupport.Smtp;

/// <summary>One connection of a client to <see cref="SmtpServer"/>.</summary>
internal sealed class SmtpTalk(SmtpServer server, TcpClient client)
{
    private Stream stream = client.GetStream();
    private bool encrypted;
    private string? user;
    private string from = "";
    private string to = "";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using (client)
        {
            try
            {
                await TalkAsync(cancellationToken);
            }
            catch (Exception end) when (end is IOException or OperationCanceledException or SocketException or ObjectDisposedException or AuthenticationException or CutException)
            {
                // The client or the script ended it
            }
        }
    }

    private async Task TalkAsync(CancellationToken cancellationToken)
    {
        if (server.Options.ImplicitTls)
        {
            await EncryptAsync(cancellationToken);
        }

        await AnswerAsync(SmtpStep.Greeting, "220 relay.example ready", cancellationToken);
        while (await LineAsync(cancellationToken) is { } line)
        {
            server.Heard(line);
            var verb = line.Split(' ', ':')[0].ToUpperInvariant();
            switch (verb)
            {
                case "EHLO" or "HELO":
                    await AnswerAsync(SmtpStep.Hello, Offers(), cancellationToken);
                    break;
                case "STARTTLS":
                    if (await AnswerAsync(SmtpStep.StartTls, "220 go ahead", cancellationToken))
                    {
                        await EncryptAsync(cancellationToken);
                    }

                    break;
                case "AUTH":
                    await LogInAsync(line, cancellationToken);
                    break;
                case "MAIL" when server.Options.Account is not null && user is null:
                    await SayAsync("530 5.7.0 Authentication required", cancellationToken);
                    break;
                case "MAIL":
                    from = Address(line);
                    await AnswerAsync(SmtpStep.From, "250 2.1.0 Ok", cancellationToken);
                    break;
                case "RCPT":
                    to = Address(line);
                    await AnswerAsync(SmtpStep.To, "250 2.1.5 Ok", cancellationToken);
                    break;
                case "DATA":
                    if (await AnswerAsync(SmtpStep.Data, "354 End with a dot", cancellationToken))
                    {
                        await BodyAsync(cancellationToken);
                    }

                    break;
                case "QUIT":
                    await SayAsync("221 2.0.0 Bye", cancellationToken);
                    return;
                default:
                    await SayAsync("250 2.0.0 Ok", cancellationToken);
                    break;
            }
        }
    }

    private string Offers()
    {
        var lines = new List<string> { "relay.example", "8BITMIME" };
        if (server.Options.Certificate is not null && !encrypted)
        {
            lines.Add("STARTTLS");
        }

        if (server.Options.Account is not null)
        {
            lines.Add("AUTH LOGIN");
        }

        return string.Join("\r\n", lines.Select((line, i) => $"250{(i == lines.Count - 1 ? ' ' : '-')}{line}"));
    }

    private async Task LogInAsync(string line, CancellationToken cancellationToken)
    {
        var words = line.Split(' ');
        if (words.Length < 3)
        {
            await SayAsync("334 VXNlcm5hbWU6", cancellationToken);
        }

        var name = words.Length > 2 ? words[2] : await LineAsync(cancellationToken) ?? "";
        await SayAsync("334 UGFzc3dvcmQ6", cancellationToken);
        var password = await LineAsync(cancellationToken) ?? "";
        var typed = (Decode(name), Decode(password));
        if (typed != server.Options.Account)
        {
            await SayAsync("535 5.7.8 Log-in refused", cancellationToken);
        }
        else if (await AnswerAsync(SmtpStep.LogIn, "235 2.7.0 Welcome", cancellationToken))
        {
            user = typed.Item1;
        }
    }

    private async Task BodyAsync(CancellationToken cancellationToken)
    {
        var content = new MemoryStream();
        while (await LineAsync(cancellationToken) is { } line)
        {
            if (line == ".")
            {
                server.HeardBody();
                // Kept before the client hears of it, so that a test sees it as soon as the client does
                await AnswerAsync(
                    SmtpStep.End,
                    "250 2.0.0 Taken",
                    cancellationToken,
                    () => server.Took(new SmtpEmail(from, to, content.ToArray(), encrypted, user)));
                return;
            }

            var unstuffed = line.StartsWith('.') ? line[1..] : line;
            content.Write(Encoding.Latin1.GetBytes(unstuffed + "\r\n"));
        }
    }

    /// <summary>False when the script said something else than yes.</summary>
    private async Task<bool> AnswerAsync(SmtpStep step, string usual, CancellationToken cancellationToken, Action? whenUsual = null)
    {
        var act = server.Next(step);
        if (act is null)
        {
            whenUsual?.Invoke();
            await SayAsync(usual, cancellationToken);
            return true;
        }

        if (act.Line is { } line)
        {
            await SayAsync(line, cancellationToken);
        }
        else if (!act.IsCut)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }

        return act.IsCut ? throw new CutException() : act.Line!.StartsWith('2') || act.Line.StartsWith('3');
    }

    private async Task EncryptAsync(CancellationToken cancellationToken)
    {
        var secure = new SslStream(stream);
        await secure.AuthenticateAsServerAsync(
            new SslServerAuthenticationOptions { ServerCertificate = server.Options.Certificate }, cancellationToken);
        stream = secure;
        encrypted = true;
    }

    private async Task SayAsync(string line, CancellationToken cancellationToken)
    {
        await stream.WriteAsync(Encoding.Latin1.GetBytes(line + "\r\n"), cancellationToken);
        await stream.FlushAsync(cancellationToken);
    }

    /// <summary>Byte by byte, so that nothing of a TLS handshake is read too early. Null at the end.</summary>
    private async Task<string?> LineAsync(CancellationToken cancellationToken)
    {
        var line = new StringBuilder();
        var one = new byte[1];
        while (await stream.ReadAsync(one, cancellationToken) == 1)
        {
            if (one[0] == '\n')
            {
                return line.ToString().TrimEnd('\r');
            }

            line.Append((char)one[0]);
        }

        return null;
    }

    private static string Address(string line) => line.Split('<', '>') is [_, var address, ..] ? address : "";

    private static string Decode(string base64) => Encoding.UTF8.GetString(Convert.FromBase64String(base64));

    private sealed class CutException : Exception;
}
