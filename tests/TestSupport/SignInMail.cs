using System.Text.RegularExpressions;
using Champions.Application.Abstractions;
using Champions.Application.Outbox.Emails;
using Champions.Application.Reminders;
using Champions.TestSupport.Databases;
using Microsoft.Extensions.DependencyInjection;

namespace Champions.TestSupport;

/// <summary>What people find in their mailbox when they ask to log in: the emails that wait, opened as the sender would.</summary>
public static partial class SignInMail
{
    /// <summary>Of all that were queued for anybody, oldest first.</summary>
    /// <param name="db">Where they wait.</param>
    /// <param name="services">Of the program that sealed them.</param>
    /// <param name="reason">Which emails.</param>
    public static async Task<IReadOnlyList<OutgoingEmail>> ReadAsync(
        TestDatabase db, IServiceProvider services, ReminderReason reason = ReminderReason.SignInCode) =>
        [.. (await db.EmailsAsync()).Where(e => e.Reason == reason).Select(e => services.GetRequiredService<EmailWriter>().Write(e, db.Clock.Now))];

    public static string Code(this OutgoingEmail email) => SixDigits().Match(email.Text).Value;

    /// <summary>Path and query of the one link.</summary>
    public static string Link(this OutgoingEmail email) => new Uri(WebAddress().Match(email.Text).Value).PathAndQuery;

    public static string Token(this OutgoingEmail email) => email.Link().Split('?')[0].Split('/')[^1];

    [GeneratedRegex(@"(?<=\n)\d{6}(?=\n)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SixDigits();

    [GeneratedRegex(@"https?://\S+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WebAddress();
}
