using System.Security.Cryptography.X509Certificates;

namespace Champions.TestSupport.Smtp;

/// <summary>Where in the dialogue something happens.</summary>
public enum SmtpStep
{
    Greeting,
    Hello,
    StartTls,
    LogIn,
    From,
    To,
    Data,

    /// <summary>The lone dot after the body.</summary>
    End,
}

/// <summary>What the server does instead of being good: see the static members.</summary>
public sealed record SmtpAct
{
    private SmtpAct()
    {
    }

    internal string? Line { get; private init; }

    internal bool IsCut { get; private init; }

    /// <summary>Closes the connection without a word.</summary>
    public static SmtpAct Cut { get; } = new() { IsCut = true };

    /// <summary>Says nothing more until the client or the test gives up.</summary>
    public static SmtpAct Hang { get; } = new();

    /// <summary>Answers with this line, for example "550 5.1.1 No such user"; 421 closes the connection, as it must.</summary>
    public static SmtpAct Answer(string line) => new() { Line = line, IsCut = line.StartsWith("421", StringComparison.Ordinal) };
}

public sealed record SmtpServerOptions
{
    /// <summary>Offers STARTTLS with this certificate.</summary>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>TLS from the first byte, with <see cref="Certificate"/>.</summary>
    public bool ImplicitTls { get; init; }

    /// <summary>Wants a log-in with this name and password before anything is sent.</summary>
    public (string User, string Password)? Account { get; init; }
}

/// <summary>An email as it came over the wire.</summary>
/// <param name="From">Envelope sender.</param>
/// <param name="To">Envelope recipient.</param>
/// <param name="Content">Headers and body, dots unstuffed.</param>
/// <param name="Encrypted">Came over TLS.</param>
/// <param name="User">Who had logged in.</param>
public sealed record SmtpEmail(string From, string To, byte[] Content, bool Encrypted, string? User);
