using Champions.Application.Time;

namespace Champions.Application.Tests.Time;

public sealed class UkFormatTests
{
    [Fact]
    public void Every_short_month_has_three_letters() =>
        Enumerable.Range(1, 12).Select(month => UkFormat.DayAndShortMonth(new DateOnly(2026, month, 7)))
            .Should().OnlyContain(words => words.Length == "7 Sep".Length).And.Contain("7 Sep");

    [Fact]
    public void A_date_has_its_weekday_and_year()
    {
        UkFormat.Date(new DateOnly(2026, 12, 1)).Should().Be("Tuesday 1 December 2026");
        UkFormat.DayAndMonth(new DateOnly(2026, 12, 1)).Should().Be("Tuesday 1 December");
        UkFormat.ShortDate(new DateOnly(2026, 9, 7)).Should().Be("7 Sep 2026");
        UkFormat.DateAndTime(new DateOnly(2026, 12, 1), new TimeOnly(14, 15)).Should().Be("Tuesday 1 December 2026, 2:15pm");
    }

    [Theory]
    [InlineData(0, 0, "midnight")]
    [InlineData(0, 5, "12:05am")]
    [InlineData(9, 0, "9am")]
    [InlineData(12, 0, "midday")]
    [InlineData(12, 30, "12:30pm")]
    [InlineData(14, 15, "2:15pm")]
    [InlineData(23, 59, "11:59pm")]
    public void A_time_is_written_as_people_say_it_and_read_back(int hour, int minute, string expected)
    {
        var time = new TimeOnly(hour, minute);

        UkFormat.Time(time).Should().Be(expected);
        UkFormat.TryReadTime(expected, out var read).Should().BeTrue();
        read.Should().Be(time);
    }

    [Fact]
    public void A_range_is_joined_with_to() => UkFormat.Range(new TimeOnly(14, 15), new TimeOnly(14, 45)).Should().Be("2:15pm to 2:45pm");

    [Theory]
    [InlineData("14:15", 14, 15)]
    [InlineData("1415", 14, 15)]
    [InlineData("0915", 9, 15)]
    [InlineData(" 2.15 PM ", 14, 15)]
    [InlineData("215pm", 14, 15)]
    [InlineData("12am", 0, 0)]
    [InlineData("Noon", 12, 0)]
    public void A_time_is_read_as_people_write_it(string typed, int hour, int minute)
    {
        UkFormat.TryReadTime(typed, out var time).Should().BeTrue();
        time.Should().Be(new TimeOnly(hour, minute));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2")]
    [InlineData("25:00")]
    [InlineData("14:60")]
    [InlineData("14pm")]
    [InlineData("0am")]
    [InlineData("half two")]
    [InlineData("12345")]
    public void A_time_that_could_mean_two_things_or_none_is_refused(string? typed) => UkFormat.TryReadTime(typed, out _).Should().BeFalse();

    [Theory]
    [InlineData(1, "1 minute")]
    [InlineData(30, "30 minutes")]
    [InlineData(60, "1 hour")]
    [InlineData(75, "1 hour 15 minutes")]
    [InlineData(121, "2 hours 1 minute")]
    [InlineData(0, "0 minutes")]
    public void A_length_is_in_hours_and_minutes(int minutes, string expected) => UkFormat.Length(minutes).Should().Be(expected);

    [Fact]
    public void A_count_agrees_with_its_noun()
    {
        UkFormat.Count(1, "ward").Should().Be("1 ward");
        UkFormat.Count(1150, "person", "people").Should().Be("1,150 people");
    }
}
