using Champions.Application.Abstractions;
using Champions.Domain.Staff;

namespace Champions.Infrastructure.Email;

/// <summary>The last gate before an email leaves: nothing in it may add a header or a second recipient.</summary>
internal static class OutgoingEmailCheck
{
    /// <summary>The refusal, or null when the email may go.</summary>
    public static DeliveryReply? Refusal(OutgoingEmail email) => Problem(email) is { } problem
        ? new DeliveryReply(DeliveryOutcome.Refused, problem)
        : null;

    public static bool IsOneLine(string text) => !text.Any(char.IsControl);

    private static string? Problem(OutgoingEmail email) => email switch
    {
        _ when !IsPlain(email.ToAddress) => "Not sent: the recipient's address cannot be used.",
        _ when !IsPlain(email.FromAddress) => "Not sent: the sender's address cannot be used.",
        _ when !IsOneLine(email.ToName) => "Not sent: the recipient's name holds a line break or control character.",
        _ when !IsOneLine(email.FromName) => "Not sent: the sender's name holds a line break or control character.",
        _ when !IsOneLine(email.Subject) => "Not sent: the subject holds a line break or control character.",
        _ when !IsMessageId(email.MessageId) => "Not sent: the Message-ID cannot be used.",
        _ when email.Calendar is null != email.CalendarMethod is null => "Not sent: the calendar part needs its method.",
        _ when email.CalendarMethod is { } method && !method.All(char.IsAsciiLetterUpper) => "Not sent: the calendar part has an unknown method.",
        _ => null,
    };

    /// <summary>Without SMTPUTF8, which few relays of the NHS offer, an address is ASCII.</summary>
    private static bool IsPlain(string address) => EmailAddress.IsUsable(address) && address.All(char.IsAscii) && address.Trim().Length == address.Length;

    private static bool IsMessageId(string id) =>
        id.Length is > 2 and <= 300
        && id.Count(c => c == '@') == 1
        && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '@' or '.' or '-' or '_' or '+' or '=');
}
