using System.Globalization;

namespace Champions.Web.Nhs;

/// <summary>A date as three typed parts, read the way people write dates ("3", "March", "26 " …).</summary>
internal sealed record DateParts(string? Day, string? Month, string? Year)
{
    public const string Example = "27 3 2026";

    public bool IsEmpty => Blank(Day) && Blank(Month) && Blank(Year);

    public static DateParts Of(DateOnly date) => new(date.Day.ToString(), date.Month.ToString(), date.Year.ToString());

    /// <summary>The date, or the words of what is wrong and which parts are ("day", "month", "year").</summary>
    public (DateOnly? Date, string? Problem, IReadOnlyList<string> Wrong) Read(string name = "date")
    {
        if (IsEmpty)
        {
            return (null, $"Enter the {name}, for example {Example}", []);
        }

        string[] missing = [.. Missing()];
        if (missing.Length > 0)
        {
            return (null, $"The {name} must include a {string.Join(" and a ", missing)}", missing);
        }

        if (Number(Year) is not { } year || Year!.Trim().Length != 4)
        {
            return (null, "The year must have 4 numbers, for example 2026", ["year"]);
        }

        if (MonthNumber(Month!.Trim()) is not { } month)
        {
            return (null, $"The {name} must be a real date, for example {Example}", ["month"]);
        }

        if (Number(Day) is not { } day || year < 1 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return (null, $"The {name} must be a real date, for example {Example}", ["day"]);
        }

        return (new DateOnly(year, month, day), null, []);
    }

    private IEnumerable<string> Missing()
    {
        if (Blank(Day))
        {
            yield return "day";
        }

        if (Blank(Month))
        {
            yield return "month";
        }

        if (Blank(Year))
        {
            yield return "year";
        }
    }

    private static int? MonthNumber(string text)
    {
        if (Number(text) is { } number)
        {
            return number is >= 1 and <= 12 ? number : null;
        }

        var names = CultureInfo.InvariantCulture.DateTimeFormat.MonthNames;
        var index = text.Length < 3
            ? -1
            : Array.FindIndex(names, name => name.Length > 0 && name.StartsWith(text, StringComparison.OrdinalIgnoreCase));
        return index < 0 ? null : index + 1;
    }

    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    private static bool Blank(string? text) => string.IsNullOrWhiteSpace(text);
}
