using Champions.Domain.HelpSlots;
using FsCheck;
using FsCheck.Fluent;

namespace Champions.Domain.Tests.HelpSlots;

/// <summary>What holds after any run of bookings, moves and cancellations, in any order.</summary>
public sealed class HelpSlotProperties
{
    private const int People = 6;

    [Fact]
    public void Seats_and_claimed_time_are_right_after_any_run_of_commands() =>
        Prop.ForAll(Runs(), run =>
        {
            var world = new World(run.Capacities);
            foreach (var step in run.Steps)
            {
                world.Do(step);
            }

            return true;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_length_and_start_on_the_grid_claims_exactly_its_minutes() =>
        Prop.ForAll(Gen.Zip(Gen.Choose(1, HelpSlot.HorizonWeeks * 7 * 288), Gen.Choose(2, 48)).ToArbitrary(), when =>
        {
            var startsAt = Slots.Now.AddMinutes(5 * when.Item1);
            var slot = Slots.Slot(startsAt, 5 * when.Item2);

            slot.Claims.Select(c => c.Quantum).Should().Equal(Slots.Quanta(startsAt, slot.Minutes));
            DateTimeOffset.FromUnixTimeSeconds(300L * (slot.Claims[^1].Quantum + 1)).Should().Be(slot.EndsAt);
            return true;
        }).QuickCheckThrowOnFailure();

    private static Arbitrary<Run> Runs() =>
        Gen.Zip(Gen.Choose(1, 3).ArrayOf(3), Gen.Choose(0, int.MaxValue).ListOf()).Select(r => new Run(r.Item1, r.Item2)).ToArbitrary();

    private sealed record Run(int[] Capacities, IReadOnlyList<int> Steps);

    /// <summary>Three slots, two of which overlap, and a handful of people.</summary>
    private sealed class World(int[] capacities)
    {
        private readonly HelpSlot[] slots =
            [.. capacities.Select((capacity, i) => Slots.Slot(Slots.Tomorrow.AddMinutes(i * 20), minutes: 30, capacity))];

        private readonly StaffMemberId[] people = [.. Enumerable.Range(0, People).Select(_ => Slots.Person())];

        /// <summary>Each number is one command: its lowest digits choose what, who and where.</summary>
        public void Do(int step)
        {
            var slot = slots[step / 4 % slots.Length];
            var other = slots[step / 12 % slots.Length];
            var person = people[step / 36 % People];
            var booking = slot.Bookings.Count == 0 ? null : slot.Bookings[step / 216 % slot.Bookings.Count];
            var before = slots.Select(s => (s.Version, s.Events.Count, s.SeatsTaken)).ToList();

            var result = (step % 4, booking) switch
            {
                (0, _) or (1, null) or (2, null) => slot.Book(person, Slots.Request(), Slots.Now),
                (1, { } live) => slot.CancelBooking(live.Id, step % 8 < 4, reason: null, Slots.Now),
                (2, { } live) => slot.MoveBooking(live.Id, other, Slots.Now),
                _ when step % 32 == 3 => slot.Cancel(reason: null, Slots.Now),
                _ => slot.Book(person, Slots.Request(), Slots.Now),
            };

            if (!result.IsSuccess)
            {
                slots.Select(s => (s.Version, s.Events.Count, s.SeatsTaken)).Should().Equal(before, "a refusal changes nothing");
            }

            foreach (var each in slots)
            {
                Check(each);
            }

            slots.SelectMany(s => s.Bookings).Select(b => b.Id).Should().OnlyHaveUniqueItems();
        }

        private static void Check(HelpSlot slot)
        {
            var live = slot.Bookings.Where(b => b.IsLive).ToList();
            var quanta = Slots.Quanta(slot.StartsAt, slot.Minutes).ToList();

            live.Select(b => b.Seat).Should().OnlyHaveUniqueItems().And.BeSubsetOf(Enumerable.Range(1, slot.Capacity));
            live.Select(b => b.BookedById).Should().OnlyHaveUniqueItems();
            slot.SeatsTaken.Should().Be(live.Count);
            foreach (var booking in slot.Bookings)
            {
                booking.HelpSlotId.Should().Be(slot.Id);
                booking.Claims.Select(c => c.Quantum).Order().Should().Equal(booking.IsLive ? quanta : []);
            }

            slot.Claims.Select(c => c.Quantum).Should().Equal(slot.Status == HelpSlotStatus.Offered ? quanta : []);
            if (slot.Status == HelpSlotStatus.Cancelled)
            {
                live.Should().BeEmpty();
            }
        }
    }
}
