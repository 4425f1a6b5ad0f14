using System.Globalization;
using System.Text.RegularExpressions;

namespace Champions.Application.Time;

/// <summary>
/// Dates, times and lengths in the words of every page and email. Nothing here reads a clock or a time zone:
/// days and times are already those of the United Kingdom.
/// </summary>
public static partial class UkFormat
{
    // The invariant names and groups are the English ones, whatever the machine's language data says
    private static readonly CultureInfo English = CultureInfo.InvariantCulture;

    /// <summary>"Tuesday 1 December 2026".</summary>
    public static string Date(DateOnly day) => day.ToString("dddd d MMMM yyyy", English);

    /// <summary>"Tuesday 1 December", where the year is plain.</summary>
    public static string DayAndMonth(DateOnly day) => day.ToString("dddd d MMMM", English);

    /// <summary>"1 Dec 2026", for tables.</summary>
    public static string ShortDate(DateOnly day) => day.ToString("d MMM yyyy", English);

    /// <summary>"7 Sep", three letters each, for charts.</summary>
    public static string DayAndShortMonth(DateOnly day) => day.ToString("d MMM", English);

    /// <summary>"2:15pm", "2pm", "midday", "midnight".</summary>
    public static string Time(TimeOnly time)
    {
        if (time is { Hour: 0, Minute: 0 })
        {
            return "midnight";
        }

        if (time is { Hour: 12, Minute: 0 })
        {
            return "midday";
        }

        var hour = time.Hour % 12 == 0 ? 12 : time.Hour % 12;
        var half = time.Hour < 12 ? "am" : "pm";
        return time.Minute == 0 ? $"{hour}{half}" : string.Create(CultureInfo.InvariantCulture, $"{hour}:{time.Minute:00}{half}");
    }

    /// <summary>"2:15pm to 2:45pm".</summary>
    public static string Range(TimeOnly from, TimeOnly until) => $"{Time(from)} to {Time(until)}";

    /// <summary>"Tuesday 1 December 2026, 2:15pm".</summary>
    public static string DateAndTime(DateOnly day, TimeOnly time) => $"{Date(day)}, {Time(time)}";

    /// <summary>"1 minute", "30 minutes", "1 hour 15 minutes".</summary>
    public static string Length(int minutes)
    {
        var (hours, rest) = Math.DivRem(minutes, 60);
        return (hours, rest) switch
        {
            (0, _) => Count(rest, "minute"),
            (_, 0) => Count(hours, "hour"),
            _ => $"{Count(hours, "hour")} {Count(rest, "minute")}"
        };
    }

    /// <summary>"1 ward", "3 wards", "1,150 people".</summary>
    public static string Count(int number, string one, string? many = null) =>
        $"{Number(number)} {(number == 1 ? one : many ?? one + "s")}";

    /// <summary>"Maple Ward, Ward 4 and Theatre Recovery".</summary>
    public static string List(IReadOnlyList<string> items) =>
        items.Count < 2 ? string.Concat(items) : $"{string.Join(", ", items.SkipLast(1))} and {items[^1]}";

    /// <summary>"1,150".</summary>
    public static string Number(int number) => number.ToString("N0", English);

    /// <summary>Reads a time of day as people write it: 2:15pm, 2.15 pm, 14:15, 1415, 2pm, midday, noon, midnight.</summary>
    public static bool TryReadTime(string? text, out TimeOnly time)
    {
        var words = (text ?? "").Trim();
        time = default;
        if (words.Equals("midnight", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        if (words.Equals("midday", StringComparison.OrdinalIgnoreCase) || words.Equals("noon", StringComparison.OrdinalIgnoreCase))
        {
            time = new TimeOnly(12, 0);
            return true;
        }

        var match = TypedTime().Match(words);
        if (!match.Success)
        {
            return false;
        }

        var hour = int.Parse(match.Groups["hour"].Value, CultureInfo.InvariantCulture);
        var minutes = match.Groups["minute"];
        var minute = minutes.Success ? int.Parse(minutes.Value, CultureInfo.InvariantCulture) : 0;
        var half = match.Groups["half"].Value.ToLowerInvariant();
        // "2" alone may be either half of the day
        if ((half.Length == 0 && !minutes.Success) || (half.Length > 0 && hour is 0 or > 12) || hour > 23 || minute > 59)
        {
            return false;
        }

        time = new TimeOnly(half switch { "pm" => (hour % 12) + 12, "am" => hour % 12, _ => hour }, minute);
        return true;
    }

    [GeneratedRegex(@"^(?<hour>\d{1,2})(?:[:.]?(?<minute>\d{2}))?\s*(?<half>am|pm)?$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex TypedTime();
}
