using Champions.Application.Time;
using Champions.Domain.FollowUps;
using Champions.Domain.HelpSlots;
using Champions.Domain.Wards;
using Champions.Infrastructure.Demo;

namespace Champions.Infrastructure.Tests.Demo;

/// <summary>The story is made in memory, so it can be told for many instants in one test.</summary>
public sealed class DemoStoryTests
{
    [Fact]
    public async Task The_same_instant_tells_the_same_story()
    {
        var one = await DemoStory.MakeAsync(Given.Now, CancellationToken.None);
        var other = await DemoStory.MakeAsync(Given.Now, CancellationToken.None);

        Words(one).Should().Equal(Words(other)).And.HaveCountGreaterThan(2_000);
    }

    [Fact]
    public async Task Wards_have_nobody_one_or_several_champions()
    {
        var story = await DemoStory.MakeAsync(Given.Now, CancellationToken.None);

        foreach (var trust in story.Trusts)
        {
            var cover = trust.Wards.Select(w => Cover(trust, w, story.Time.Today)).ToList();
            cover.Count(c => c == 0).Should().Be(trust.Plan.WardsWithNobody);
            cover.Count(c => c == 1).Should().Be(trust.Plan.WardsWithOne);
            cover.Count(c => c > 1).Should().BeGreaterThan(trust.Wards.Count / 2);
        }
    }

    [Fact]
    public async Task Nobody_is_in_two_places_at_once()
    {
        var story = await DemoStory.MakeAsync(Given.Now, CancellationToken.None);

        var claims = story.Trusts.SelectMany(t => t.Slots).SelectMany(s => s.Claims.Concat(s.Bookings.SelectMany(b => b.Claims)));
        claims.Select(c => (c.PersonId, c.Quantum)).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task There_are_bookings_of_every_outcome_and_follow_ups_kept_and_missed()
    {
        var story = await DemoStory.MakeAsync(Given.Now, CancellationToken.None);

        var bookings = story.Trusts.SelectMany(t => t.Slots).SelectMany(s => s.Bookings.Select(b => (s.StartsAt, b.Status))).ToList();
        bookings.Select(b => b.Status).Should().Contain(
            [BookingStatus.Booked, BookingStatus.CancelledByStaff, BookingStatus.CancelledByChampion, BookingStatus.Attended, BookingStatus.StaffDidNotAttend]);
        bookings.Should().Contain(b => b.Status == BookingStatus.Booked && b.StartsAt > Given.Now.AddDays(7));
        story.Trusts.Should().OnlyContain(t => t.FollowUps.Any(f => f.IsOverdueOn(Given.Today)) && t.FollowUps.Any(f => f.Status == FollowUpStatus.Done));
        story.Trusts.SelectMany(t => t.Slots).Should().Contain(s => s.StartsAt > Given.Now.AddDays(1) && s.SeatsTaken < s.Capacity);
    }

    /// <summary>Every hour of a week, of the nights of both clock changes and of Christmas.</summary>
    public static TheoryData<DateTimeOffset> Starts() =>
    [
        new(2026, 11, 23, 0, 3, 0, TimeSpan.Zero), new(2026, 3, 28, 20, 30, 0, TimeSpan.Zero), new(2026, 10, 24, 20, 30, 0, TimeSpan.Zero),
        new(2026, 12, 25, 0, 0, 0, TimeSpan.Zero),
    ];

    [Theory]
    [MemberData(nameof(Starts))]
    public async Task Both_reminders_are_due_at_once_whenever_the_demo_is_made(DateTimeOffset start)
    {
        for (var hour = 0; hour < 7 * 24; hour += hour < 24 ? 1 : 5)
        {
            var now = start.AddHours(hour);
            var story = await DemoStory.MakeAsync(now, CancellationToken.None);
            var trust = story.Trusts[0];

            var soon = trust.DueForReminder!;
            soon.StartsAt.Should().BeAfter(now.AddHours(2)).And.BeBefore(now.AddHours(24), $"its reminder is due at {now}");
            UkCalendar.ToUk(soon.StartsAt).Time.Hour.Should().BeInRange(9, 16);
            soon.SeatsTaken.Should().Be(0, "the staff member books it once it is stored");

            trust.FollowUps.Should().Contain(f =>
                f.OwnerId == trust.PersonaChampion!.Id && f.Status == FollowUpStatus.Open
                && UkCalendar.At(f.DueOn, new TimeOnly(8, 0)) <= now && UkCalendar.At(f.DueOn, new TimeOnly(8, 0)) > now.AddHours(-25));
        }
    }

    private static int Cover(DemoTrust trust, Ward ward, DateOnly today) =>
        trust.Champions.Count(c => c.Assignments.Any(a => a.WardId == ward.Id && a.From <= today && (a.Until is null || a.Until >= today)));

    private static IEnumerable<string> Words(DemoStory story) => story.Trusts.SelectMany(t => (IEnumerable<string>)
    [
        t.Trust.Code,
        .. t.People.Select(p => $"{p.Name} {p.Email} {p.StaffGroup}"),
        .. t.Champions.Select(c => $"{c.AgreedOn} {c.Status} {c.Assignments.Count} {c.Systems.Count}"),
        .. t.Slots.Select(s => $"{s.StartsAt} {s.Minutes} {s.Mode} {s.Status} {s.SeriesId} {string.Join(',', s.Bookings.Select(b => (b.Topic, b.Status, b.RequestKey)))}"),
        .. t.Sessions.Select(s => $"{s.OccurredOn} {s.Minutes} {s.Outcome} {s.Note} {s.RequestKey}"),
        .. t.FollowUps.Select(f => $"{f.DueOn} {f.What} {f.Status} {f.ClosedAt}"),
    ]);
}
