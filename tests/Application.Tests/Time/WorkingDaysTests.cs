using System.Globalization;
using Champions.Application.Time;

namespace Champions.Application.Tests.Time;

public sealed class WorkingDaysTests
{
    [Theory]
    [InlineData("2026-12-23", 1, "2026-12-24")]
    [InlineData("2026-12-24", 1, "2026-12-29")] // Christmas Day, weekend, Boxing Day (substitute day)
    [InlineData("2026-12-24", 3, "2026-12-31")]
    [InlineData("2026-12-31", 1, "2027-01-04")]
    [InlineData("2026-04-02", 1, "2026-04-07")] // Good Friday to Easter Monday
    [InlineData("2026-04-02", 3, "2026-04-09")]
    [InlineData("2027-12-24", 1, "2027-12-29")] // both Christmas days fall on a weekend
    [InlineData("2026-11-20", 10, "2026-12-04")]
    [InlineData("2026-11-21", 1, "2026-11-23")] // from a Saturday
    [InlineData("2026-11-21", 0, "2026-11-21")]
    [InlineData("2026-04-07", -1, "2026-04-02")]
    public void Working_days_skip_weekends_and_bank_holidays(string from, int count, string expected) =>
        UkCalendar.AddWorkingDays(Day(from), count).Should().Be(Day(expected));

    [Theory]
    [InlineData("2026-12-24", "2026-12-29", 1)]
    [InlineData("2026-12-21", "2027-01-04", 7)]
    [InlineData("2026-04-02", "2026-04-06", 0)]
    [InlineData("2026-04-07", "2026-04-02", -1)]
    [InlineData("2026-11-20", "2026-11-20", 0)]
    public void Working_days_between_two_dates_are_counted(string from, string to, int expected) =>
        UkCalendar.WorkingDaysBetween(Day(from), Day(to)).Should().Be(expected);

    [Fact]
    public void Counting_undoes_adding_from_every_day_of_two_years()
    {
        for (var date = new DateOnly(2026, 1, 1); date.Year < 2028; date = date.AddDays(1))
        {
            foreach (var count in (int[])[1, 3, 10])
            {
                var later = UkCalendar.AddWorkingDays(date, count);
                UkCalendar.IsWorkingDay(later).Should().BeTrue();
                UkCalendar.WorkingDaysBetween(date, later).Should().Be(count);
            }
        }
    }

    [Fact]
    public void The_bank_holidays_are_those_of_England_and_Wales()
    {
        BankHolidays.NameOf(Day("2026-08-31")).Should().Be("Summer bank holiday");
        BankHolidays.NameOf(Day("2026-08-03")).Should().BeNull("that one is Scotland's");
        BankHolidays.NameOf(Day("2026-06-15")).Should().BeNull("that one is Scotland's");
        UkCalendar.IsWorkingDay(Day("2026-06-15")).Should().BeTrue();
    }

    [Fact]
    public void Each_year_of_the_file_has_its_eight_bank_holidays_on_weekdays()
    {
        BankHolidays.KnownUntil.Should().Be(new DateOnly(2028, 12, 31));
        for (var year = 2025; year <= 2028; year++)
        {
            var days = Enumerable.Range(0, 366).Select(new DateOnly(year, 1, 1).AddDays).Where(day => day.Year == year && BankHolidays.Includes(day)).ToList();
            days.Should().HaveCount(8);
            days.Should().OnlyContain(day => day.DayOfWeek != DayOfWeek.Saturday && day.DayOfWeek != DayOfWeek.Sunday);
        }
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
