using Champions.Application.Time;

namespace Champions.Application.Tests.Time;

public sealed class UkCalendarTests
{
    private static readonly DateOnly Forward2026 = new(2026, 3, 29);
    private static readonly DateOnly Back2026 = new(2026, 10, 25);

    [Fact]
    public void Nine_to_five_stays_nine_to_five_on_every_day_of_two_years()
    {
        var offsets = new HashSet<int>();
        for (var date = new DateOnly(2026, 1, 1); date.Year < 2028; date = date.AddDays(1))
        {
            for (var time = new TimeOnly(9, 0); time <= new TimeOnly(17, 0); time = time.AddMinutes(5))
            {
                UkCalendar.TryInstant(date, time, out var instant).Should().Be(UkTimeKind.HappensOnce);
                instant.Offset.Should().Be(TimeSpan.Zero);
                UkCalendar.ToUk(instant).Should().Be((date, time));
                offsets.Add((int)(date.ToDateTime(time) - instant.UtcDateTime).TotalMinutes);
            }
        }

        offsets.Should().BeEquivalentTo([0, 60]);
    }

    [Fact]
    public void A_day_is_23_24_or_25_hours_long_and_days_meet_without_a_gap()
    {
        var lengths = new Dictionary<DateOnly, double>();
        for (var date = new DateOnly(2026, 1, 1); date.Year < 2028; date = date.AddDays(1))
        {
            var start = UkCalendar.StartOfDay(date);
            var next = UkCalendar.StartOfDay(date.AddDays(1));
            lengths[date] = (next - start).TotalHours;
            UkCalendar.DateOf(start).Should().Be(date);
            UkCalendar.DateOf(next.AddTicks(-1)).Should().Be(date);
        }

        lengths.Where(day => day.Value is 23).Select(day => day.Key).Should().Equal(Forward2026, new DateOnly(2027, 3, 28));
        lengths.Where(day => day.Value is 25).Select(day => day.Key).Should().Equal(Back2026, new DateOnly(2027, 10, 31));
        lengths.Values.Should().OnlyContain(hours => hours == 23 || hours == 24 || hours == 25);
    }

    [Theory]
    [InlineData(2024, 3, 31)]
    [InlineData(2026, 3, 29)]
    [InlineData(2027, 3, 28)]
    public void A_time_the_clocks_go_forward_over_does_not_exist(int year, int month, int day)
    {
        var date = new DateOnly(year, month, day);

        UkCalendar.TryInstant(date, new TimeOnly(0, 59), out _).Should().Be(UkTimeKind.HappensOnce);
        UkCalendar.TryInstant(date, new TimeOnly(1, 0), out _).Should().Be(UkTimeKind.DoesNotExist);
        UkCalendar.TryInstant(date, new TimeOnly(1, 30), out var none).Should().Be(UkTimeKind.DoesNotExist);
        none.Should().Be(default);
        UkCalendar.TryInstant(date, new TimeOnly(2, 0), out var two).Should().Be(UkTimeKind.HappensOnce);
        two.Should().Be(new DateTimeOffset(year, month, day, 1, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public void A_time_the_clocks_go_back_over_takes_the_first_and_says_so()
    {
        UkCalendar.TryInstant(Back2026, new TimeOnly(1, 30), out var first).Should().Be(UkTimeKind.HappensTwice);

        first.Should().Be(new DateTimeOffset(2026, 10, 25, 0, 30, 0, TimeSpan.Zero));
        UkCalendar.ToUk(first).Should().Be((Back2026, new TimeOnly(1, 30)));
        UkCalendar.ToUk(first.AddHours(1)).Should().Be((Back2026, new TimeOnly(1, 30)));
        UkCalendar.TryInstant(Back2026, new TimeOnly(0, 59), out _).Should().Be(UkTimeKind.HappensOnce);
        UkCalendar.TryInstant(Back2026, new TimeOnly(2, 0), out _).Should().Be(UkTimeKind.HappensOnce);
    }

    [Fact]
    public void Eight_in_the_morning_is_an_hour_earlier_in_universal_time_in_summer()
    {
        var eight = new TimeOnly(8, 0);

        UkCalendar.At(new DateOnly(2026, 12, 1), eight).Should().Be(new DateTimeOffset(2026, 12, 1, 8, 0, 0, TimeSpan.Zero));
        UkCalendar.At(new DateOnly(2026, 7, 1), eight).Should().Be(new DateTimeOffset(2026, 7, 1, 7, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public void Asking_for_a_time_that_does_not_exist_is_a_mistake_in_the_program()
    {
        var act = () => UkCalendar.At(Forward2026, new TimeOnly(1, 30));

        act.Should().Throw<ArgumentException>().WithMessage("There is no 01:30 on 2026-03-29*");
    }

    [Fact]
    public void The_day_is_the_day_in_the_UK_not_in_universal_time()
    {
        UkCalendar.DateOf(new DateTimeOffset(2026, 6, 30, 23, 30, 0, TimeSpan.Zero)).Should().Be(new DateOnly(2026, 7, 1));
        UkCalendar.DateOf(new DateTimeOffset(2026, 12, 31, 23, 30, 0, TimeSpan.Zero)).Should().Be(new DateOnly(2026, 12, 31));
        UkCalendar.DateOf(new DateTimeOffset(2027, 1, 1, 5, 0, 0, TimeSpan.FromHours(10))).Should().Be(new DateOnly(2026, 12, 31));
    }
}
