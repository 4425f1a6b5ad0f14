using System.Net.Mail;

namespace Champions.Domain.Staff;

/// <summary>Which addresses mail may be sent to.</summary>
public static class EmailAddress
{
    /// <summary>
    /// A plain <c>local@domain</c> address: no display name, no quoted local part, no control characters, so that nothing
    /// typed here can become a header of an email.
    /// </summary>
    public static bool IsUsable(string? typed)
    {
        var text = typed?.Trim();
        return text is { Length: > 2 and <= StaffMember.EmailMax }
            && !text.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || c is '"' or '<' or '>' or '(' or ')' or ',' or ';' or '\\')
            && MailAddress.TryCreate(text, out var parsed)
            && parsed.Address == text
            && parsed.Host.Contains('.', StringComparison.Ordinal);
    }
}
