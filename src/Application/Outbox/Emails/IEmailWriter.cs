using Champions.Application.Abstractions;

namespace Champions.Application.Outbox.Emails;

/// <summary>Turns a row of the outbox into the email that leaves, at the moment it leaves.</summary>
public interface IEmailWriter
{
    /// <param name="email">A row of any reason that the product queues.</param>
    /// <param name="now">When it leaves; also the stamp of its calendar part.</param>
    /// <exception cref="NotSupportedException">No template belongs to the reason.</exception>
    /// <exception cref="System.Text.Json.JsonException">The row's data are not what the template needs.</exception>
    OutgoingEmail Write(OutboxEmail email, DateTimeOffset now);
}
