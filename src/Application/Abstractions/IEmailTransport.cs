namespace Champions.Application.Abstractions;

/// <summary>Carries one email to the relay. Never throws for what a relay may answer.</summary>
public interface IEmailTransport
{
    /// <summary>Short name for people, for example "folder" or "SMTP (System.Net.Mail)".</summary>
    string Name { get; }

    /// <param name="email">One recipient, fixed Message-ID.</param>
    /// <param name="cancellationToken">Heeded until the body has begun to go out, then ignored.</param>
    Task<DeliveryReply> SendAsync(OutgoingEmail email, CancellationToken cancellationToken);
}

/// <summary>An email ready to go: every part rendered, addresses checked.</summary>
/// <param name="MessageId">Without angle brackets; fixed when the email was queued.</param>
/// <param name="FromAddress">The service's own address.</param>
/// <param name="FromName">Sender name people see.</param>
/// <param name="ToAddress">One recipient.</param>
/// <param name="ToName">Recipient's name.</param>
/// <param name="Subject">One line.</param>
/// <param name="Text">Plain part, always there.</param>
/// <param name="Html">HTML part.</param>
/// <param name="Calendar">RFC 5545 text, or null.</param>
/// <param name="CalendarMethod">REQUEST or CANCEL when there is a calendar part.</param>
public sealed record OutgoingEmail(
    string MessageId,
    string FromAddress,
    string FromName,
    string ToAddress,
    string ToName,
    string Subject,
    string Text,
    string Html,
    string? Calendar,
    string? CalendarMethod);

public enum DeliveryOutcome
{
    /// <summary>The relay answered 250 to the whole email.</summary>
    Accepted,

    /// <summary>4xx, a time-out or a broken connection after the relay was reached: try again later.</summary>
    TryLater,

    /// <summary>5xx for this recipient or this email: never try again by itself.</summary>
    Refused,

    /// <summary>No connection at all: the relay is down; no attempt is counted.</summary>
    Unreachable,

    /// <summary>Log-in or certificate refused: stop sending and tell the administrator.</summary>
    Stopped,
}

/// <param name="Outcome">What it means for the email.</param>
/// <param name="Reply">The relay's words, shortened to 500 characters, without secrets.</param>
public sealed record DeliveryReply(DeliveryOutcome Outcome, string Reply);
