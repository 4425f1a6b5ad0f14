using Champions.Application.Time;

namespace Champions.Application.Outbox.Emails;

internal static class AccountChangedEmail
{
    public static EmailContent Of(AccountChangedData data) => new(
        "Your Champions log-in has changed",
        Trust: null,
        [data.Happened],
        [new("When", When(data.At)), new("Device", data.Device)],
        new EmailLink("See how you log in", "/account/security"),
        [
            "If this was you, there is nothing to do.",
            "If this was not you, tell your coordinator or the IT helpdesk at once. They can stop the account.",
        ]);

    private static string When(DateTimeOffset instant)
    {
        var (day, time) = UkCalendar.ToUk(instant);
        return UkFormat.DateAndTime(day, time);
    }
}
