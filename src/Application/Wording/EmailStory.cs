using Champions.Application.Outbox;
using Champions.Application.Outbox.Reading;
using Champions.Application.Time;

namespace Champions.Application.Wording;

/// <summary>What happened to an email, step by step, as a coordinator reads it.</summary>
public static class EmailStory
{
    public static IReadOnlyList<string> Of(EmailDetail email, DateTimeOffset now) => [.. Steps(email, now)];

    private static IEnumerable<string> Steps(EmailDetail email, DateTimeOffset now)
    {
        yield return $"Queued on {When(email.QueuedAt)}.";
        if (email.DueAt > email.QueuedAt)
        {
            yield return $"Due on {When(email.DueAt)}.";
        }

        if (email.Attempts > 0)
        {
            yield return $"Tried {Times(email.Attempts)} without being accepted.";
        }

        if (email.MaybeSent)
        {
            yield return "The program stopped while this email was on its way. It may have arrived, so it is sent again with the same Message-ID.";
        }

        if (email is { LastReply: { Length: > 0 } reply })
        {
            yield return $"The last answer was: {reply}";
        }

        yield return End(email, now);
    }

    private static string End(EmailDetail email, DateTimeOffset now) => email.State switch
    {
        OutboxState.Pending when email.NextTryAt > now => $"Waiting. {(email.Attempts > 0 ? "Next try" : "It leaves")} on {When(email.NextTryAt)}.",
        OutboxState.Pending => "Waiting to be sent. It leaves within seconds when the mail relay answers.",
        OutboxState.Sending => "On its way to the mail relay now.",
        OutboxState.Sent when email.SentAt is { } sent => $"Accepted by the mail relay on {When(sent)}.",
        OutboxState.Sent => "Accepted by the mail relay.",
        OutboxState.Superseded => "Not sent. A newer email about the same thing took its place.",
        OutboxState.Dead => "Not delivered, and not tried again.",
        _ => throw new ArgumentOutOfRangeException(nameof(email), email.State, "An email state without words."),
    };

    private static string When(DateTimeOffset instant)
    {
        var (day, time) = UkCalendar.ToUk(instant);
        return UkFormat.DateAndTime(day, time);
    }

    private static string Times(int number) => number switch
    {
        1 => "once",
        2 => "twice",
        _ => UkFormat.Count(number, "time"),
    };
}
