using Champions.Application.PeopleList;
using Champions.Application.Time;

namespace Champions.Application.Wording;

/// <summary>What may be done to somebody's way in: to choose, with what follows from it, and when it is done.</summary>
public static class AccessChangeWords
{
    public static string Of(AccessChange change) => change switch
    {
        AccessChange.LogOutEverywhere => "Log them out everywhere",
        AccessChange.Disable => "Stop them logging in",
        AccessChange.Enable => "Let them log in again",
        AccessChange.Leave => "They have left the trust",
        AccessChange.ComeBack => "They are back",
        _ => throw new ArgumentOutOfRangeException(nameof(change), change, "A change without words."),
    };

    public static string Means(AccessChange change, int times, int bookings) => change switch
    {
        AccessChange.LogOutEverywhere => "They can log in again at once. Use this when a device was lost.",
        AccessChange.Disable => "They are logged out at once. What they promised stays as it is.",
        AccessChange.Enable => "They log in as before, with the roles they hold.",
        AccessChange.Leave => $"They are logged out for good. {Promises(times, bookings)}",
        AccessChange.ComeBack => "They can log in again. To be a champion again they need to be made one.",
        _ => throw new ArgumentOutOfRangeException(nameof(change), change, "A change without words."),
    };

    public static string Done(AccessChange change, AccessChanged done) => change switch
    {
        AccessChange.LogOutEverywhere => $"{done.Name} is logged out everywhere.",
        AccessChange.Disable => $"{done.Name} cannot log in any more.",
        AccessChange.Enable => $"{done.Name} can log in again.",
        AccessChange.Leave => string.Join(' ', [$"{done.Name} has left the trust.", .. Cancelled(done.TimesCancelled, done.BookingsCancelled)]),
        AccessChange.ComeBack => $"{done.Name} is back and can log in again.",
        _ => throw new ArgumentOutOfRangeException(nameof(change), change, "A change without words."),
    };

    public static string Already(AccessChange change, string name) => change switch
    {
        AccessChange.LogOutEverywhere => $"{name} has no account yet, so is logged in nowhere.",
        AccessChange.Disable => $"{name} could not log in before.",
        AccessChange.Enable => $"{name} could log in before.",
        AccessChange.Leave => $"{name} was marked as left before.",
        AccessChange.ComeBack => $"{name} had not left.",
        _ => throw new ArgumentOutOfRangeException(nameof(change), change, "A change without words."),
    };

    /// <summary>What becomes of what a champion promised, before they step down.</summary>
    public static string StepsDown(int times) => times == 0
        ? "The wards they look after have them until today."
        : $"The wards they look after have them until today. {UkFormat.Count(times, "time")} to come {(times == 1 ? "is" : "are")} cancelled, and whoever booked is told.";

    private static string Promises(int times, int bookings)
    {
        List<string> parts = [];
        if (times > 0)
        {
            parts.Add(UkFormat.Count(times, "time") + " they offer");
        }

        if (bookings > 0)
        {
            parts.Add(UkFormat.Count(bookings, "booking") + " of theirs");
        }

        return parts.Count == 0
            ? "They are no longer a champion."
            : $"They are no longer a champion. {UkFormat.List(parts)} {(times + bookings == 1 ? "is" : "are")} cancelled, and those concerned are told.";
    }

    private static IEnumerable<string> Cancelled(int times, int bookings)
    {
        if (times > 0)
        {
            yield return $"{UkFormat.Count(times, "time")} they offered {(times == 1 ? "was" : "were")} cancelled.";
        }

        if (bookings > 0)
        {
            yield return $"{UkFormat.Count(bookings, "booking")} of theirs {(bookings == 1 ? "was" : "were")} cancelled.";
        }
    }
}
