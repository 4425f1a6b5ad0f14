using System.Globalization;
using System.Text.Json;

namespace Champions.Application.Time;

/// <summary>Bank holidays of England and Wales, from the GOV.UK file embedded in this assembly.</summary>
public static class BankHolidays
{
    private static readonly Dictionary<DateOnly, string> Holidays = Read();

    /// <summary>The last day of the years the file covers; later on, only weekends count as days off.</summary>
    public static DateOnly KnownUntil { get; } = new(Holidays.Keys.Max().Year, 12, 31);

    public static bool Includes(DateOnly date) => Holidays.ContainsKey(date);

    /// <summary>The name of the holiday, such as "Good Friday", or null on any other day.</summary>
    public static string? NameOf(DateOnly date) => Holidays.GetValueOrDefault(date);

    private static Dictionary<DateOnly, string> Read()
    {
        using var stream = typeof(BankHolidays).Assembly.GetManifestResourceStream("Champions.Application.Time.BankHolidays.json")
            ?? throw new InvalidOperationException("The bank holidays are missing from the assembly.");
        using var file = JsonDocument.Parse(stream);
        return file.RootElement.GetProperty("england-and-wales").GetProperty("events").EnumerateArray().ToDictionary(
            holiday => DateOnly.ParseExact(holiday.GetProperty("date").GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture),
            holiday => holiday.GetProperty("title").GetString()!);
    }
}
