using System.Globalization;
using Champions.Application.Abstractions;

namespace Champions.Infrastructure.Email;

/// <summary>What a relay's answer means for an email, by its number alone.</summary>
internal static class SmtpJudgement
{
    private const int ReplyMax = 500;

    /// <param name="code">The relay's three digits.</param>
    /// <param name="words">What it said after them.</param>
    /// <param name="aboutThisEmail">
    /// The answer was to the recipient or to the email itself. A refusal of the greeting or of the sender meets every email
    /// alike, so it must not put an end to this one.
    /// </param>
    public static DeliveryReply Of(int code, string? words, bool aboutThisEmail) => new(
        code switch
        {
            >= 400 and < 500 => DeliveryOutcome.TryLater,
            530 or 534 or 535 or 538 => DeliveryOutcome.Stopped,
            >= 500 and < 600 => aboutThisEmail ? DeliveryOutcome.Refused : DeliveryOutcome.Stopped,
            _ => DeliveryOutcome.TryLater,
        },
        Shown(string.Create(CultureInfo.InvariantCulture, $"{code} {words}")));

    public static DeliveryReply Accepted(string? words) => new(DeliveryOutcome.Accepted, Shown(words is { Length: > 0 } ? "250 " + words : "250"));

    public static DeliveryReply Unreachable(string why) => new(DeliveryOutcome.Unreachable, Shown("No connection to the relay: " + why));

    public static DeliveryReply Broken(string why) => new(DeliveryOutcome.TryLater, Shown("The connection to the relay broke: " + why));

    public static DeliveryReply Stopped(string why) => new(DeliveryOutcome.Stopped, Shown(why));

    public static DeliveryReply TimedOut(bool bodyBegan) => new(
        DeliveryOutcome.TryLater,
        bodyBegan ? "The relay took the email and did not answer in time. It may have it." : "The relay did not answer in time.");

    /// <summary>One line, no control characters, 500 at most.</summary>
    private static string Shown(string text)
    {
        var line = string.Join(' ', new string([.. text.Select(c => char.IsControl(c) ? ' ' : c)]).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= ReplyMax ? line : line[..ReplyMax];
    }
}
