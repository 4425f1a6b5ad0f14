using Champions.Application.Reminders;
using Champions.Application.Time;

namespace Champions.Application.Tests.Reminders;

/// <summary>When reminders are due, on plain days and on both sides of the clock changes.</summary>
public sealed class ReminderRuleTests
{
    private static readonly DateTimeOffset StartsAt = new(2026, 12, 1, 14, 15, 0, TimeSpan.Zero);

    [Fact]
    public void A_booking_known_for_a_day_is_reminded_of_24_hours_before() =>
        BookingReminderRule.For(StartsAt, StartsAt.AddHours(-24)).Should().Be(new BookingReminder(ReminderReason.BookingTomorrow, StartsAt.AddHours(-24)));

    [Fact]
    public void A_booking_known_for_less_than_a_day_is_reminded_of_two_hours_before()
    {
        var expected = new BookingReminder(ReminderReason.BookingToday, StartsAt.AddHours(-2));

        BookingReminderRule.For(StartsAt, StartsAt.AddHours(-24).AddSeconds(1)).Should().Be(expected);
        BookingReminderRule.For(StartsAt, StartsAt.AddHours(-2)).Should().Be(expected);
    }

    [Fact]
    public void A_booking_known_for_less_than_two_hours_needs_no_reminder() =>
        BookingReminderRule.For(StartsAt, StartsAt.AddHours(-2).AddSeconds(1)).Should().BeNull();

    [Fact]
    public void A_follow_up_is_reminded_of_on_its_day_after_three_working_days_and_then_weekly()
    {
        // A Tuesday before Christmas: Friday and the Monday after are bank holidays, Saturday and Sunday no working days
        var dueOn = new DateOnly(2026, 12, 22);

        var due = FollowUpReminderRule.Due(dueOn, DateTimeOffset.MinValue, new DateTimeOffset(2027, 1, 20, 0, 0, 0, TimeSpan.Zero)).ToList();

        due.Select(r => (r.Reason, r.Day)).Should().Equal(
            (ReminderReason.FollowUpDue, dueOn),
            (ReminderReason.FollowUpOverdue, new DateOnly(2026, 12, 29)),
            (ReminderReason.FollowUpOverdue, new DateOnly(2027, 1, 5)),
            (ReminderReason.FollowUpOverdue, new DateOnly(2027, 1, 12)),
            (ReminderReason.FollowUpOverdue, new DateOnly(2027, 1, 19)));
    }

    [Theory]
    [InlineData("2026-10-24")]
    [InlineData("2027-03-26")]
    public void Every_reminder_of_a_follow_up_is_due_at_8am_by_the_wall_clock_across_a_clock_change(string day)
    {
        var dueOn = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);

        var due = FollowUpReminderRule.Due(dueOn, DateTimeOffset.MinValue, UkCalendar.StartOfDay(dueOn.AddDays(40))).ToList();

        due.Should().HaveCountGreaterThan(4).And.AllSatisfy(r => UkCalendar.ToUk(r.DueAt).Should().Be((r.Day, new TimeOnly(8, 0))));
        due.Select(r => r.DueAt.UtcDateTime.Hour).Distinct().Should().BeEquivalentTo([7, 8], "both sides of the change are in it");
    }

    [Fact]
    public void Each_reminder_stays_of_use_until_after_the_next_one_is_due()
    {
        var due = FollowUpReminderRule.Due(new DateOnly(2026, 12, 1), DateTimeOffset.MinValue, StartsAt.AddDays(30)).ToList();

        due.Zip(due.Skip(1)).Should().AllSatisfy(pair => pair.First.UsefulUntil.Should().BeAfter(pair.Second.DueAt));
    }
}
