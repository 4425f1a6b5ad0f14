namespace Champions.Application.Time;

/// <summary>
/// The one place that knows UK time. Instants go in and come out as UTC; days and times of day are what a clock on a ward wall shows.
/// Bank holidays are those of England and Wales.
/// </summary>
public static class UkCalendar
{
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    /// <summary>The day and time that a UK clock shows at the instant.</summary>
    public static (DateOnly Date, TimeOnly Time) ToUk(DateTimeOffset instant)
    {
        var wall = TimeZoneInfo.ConvertTime(instant, London).DateTime;
        return (DateOnly.FromDateTime(wall), TimeOnly.FromDateTime(wall));
    }

    /// <summary>The UK day the instant falls on.</summary>
    public static DateOnly DateOf(DateTimeOffset instant) => ToUk(instant).Date;

    /// <summary>
    /// The instant of a UK wall time. A time the clocks go back over gives the first of its two instants and says so;
    /// a time the clocks go forward over gives no instant.
    /// </summary>
    public static UkTimeKind TryInstant(DateOnly date, TimeOnly time, out DateTimeOffset instant)
    {
        var wall = date.ToDateTime(time);
        if (London.IsInvalidTime(wall))
        {
            instant = default;
            return UkTimeKind.DoesNotExist;
        }

        var twice = London.IsAmbiguousTime(wall);
        // The first of two is the one still on summer time: the larger offset
        var offset = twice ? London.GetAmbiguousTimeOffsets(wall).Max() : London.GetUtcOffset(wall);
        instant = new DateTimeOffset(wall, offset).ToUniversalTime();
        return twice ? UkTimeKind.HappensTwice : UkTimeKind.HappensOnce;
    }

    /// <summary>The instant of a wall time that exists on every day, such as 8am. Throws when it does not exist that day.</summary>
    public static DateTimeOffset At(DateOnly date, TimeOnly time) =>
        TryInstant(date, time, out var instant) == UkTimeKind.DoesNotExist
            ? throw new ArgumentException($"There is no {time:HH\\:mm} on {date:yyyy-MM-dd} in the UK: the clocks go forward over it.", nameof(time))
            : instant;

    /// <summary>Midnight at the start of the UK day. The clocks change at 1am and 2am, so it always exists, once.</summary>
    public static DateTimeOffset StartOfDay(DateOnly date) => At(date, TimeOnly.MinValue);

    /// <summary>Monday to Friday, bank holidays left out.</summary>
    public static bool IsWorkingDay(DateOnly date) =>
        date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !BankHolidays.Includes(date);

    /// <summary>
    /// The working day that is <paramref name="count"/> working days after the date (before it when negative). The date itself is
    /// not counted; zero gives it back unchanged, working day or not.
    /// </summary>
    public static DateOnly AddWorkingDays(DateOnly date, int count)
    {
        var step = Math.Sign(count);
        for (var left = Math.Abs(count); left > 0;)
        {
            date = date.AddDays(step);
            left -= IsWorkingDay(date) ? 1 : 0;
        }

        return date;
    }

    /// <summary>
    /// How many working days lie after <paramref name="from"/>, up to and including <paramref name="to"/>; negative when
    /// <paramref name="to"/> is the earlier one. The counterpart of <see cref="AddWorkingDays"/>.
    /// </summary>
    public static int WorkingDaysBetween(DateOnly from, DateOnly to)
    {
        var step = to >= from ? 1 : -1;
        var count = 0;
        while (from != to)
        {
            from = from.AddDays(step);
            count += IsWorkingDay(from) ? step : 0;
        }

        return count;
    }
}
