using Champions.Domain.Common;
using Champions.Domain.HelpSlots;

namespace Champions.Domain.Tests.HelpSlots;

public sealed class OfferTests
{
    [Fact]
    public void An_offer_claims_the_champions_minutes_five_by_five()
    {
        var slot = Slots.Slot(Slots.Tomorrow, minutes: 45);

        slot.Claims.Select(c => c.Quantum).Should().Equal(Slots.Quanta(Slots.Tomorrow, 45));
        slot.Claims.Should().HaveCount(9).And.OnlyContain(c => c.PersonId == Slots.Amara && c.HelpSlotId == slot.Id && c.BookingId == null);
        slot.Status.Should().Be(HelpSlotStatus.Offered);
        slot.EndsAt.Should().Be(Slots.Tomorrow.AddMinutes(45));
    }

    [Theory]
    [InlineData(10, true)]
    [InlineData(240, true)]
    [InlineData(5, false)]
    [InlineData(3, false)]
    [InlineData(0, false)]
    [InlineData(-30, false)]
    [InlineData(245, false)]
    [InlineData(32, false)]
    public void A_time_lasts_10_minutes_to_4_hours_in_steps_of_5(int minutes, bool isAllowed) =>
        ErrorOf(Slots.Offer(minutes: minutes)).Should().Be(isAllowed ? null : HelpSlotErrors.Length);

    [Theory]
    [InlineData(1, true)]
    [InlineData(50, true)]
    [InlineData(0, false)]
    [InlineData(-1, false)]
    [InlineData(51, false)]
    public void A_time_has_1_to_50_places(int capacity, bool isAllowed) =>
        ErrorOf(Slots.Offer(capacity: capacity)).Should().Be(isAllowed ? null : HelpSlotErrors.Capacity);

    [Theory]
    [InlineData(5, true)]
    [InlineData(0, false)]
    [InlineData(-5, false)]
    public void A_time_starts_after_now(int minutesFromNow, bool isAllowed) =>
        ErrorOf(Slots.Offer(Slots.Now.AddMinutes(minutesFromNow))).Should().Be(isAllowed ? null : HelpSlotErrors.StartsInPast);

    [Theory]
    [InlineData(0, true)]
    [InlineData(5, false)]
    public void A_time_starts_within_26_weeks(int minutesLater, bool isAllowed) =>
        ErrorOf(Slots.Offer(Slots.Now.AddDays(26 * 7).AddMinutes(minutesLater))).Should().Be(isAllowed ? null : HelpSlotErrors.StartsTooLate);

    [Theory]
    [InlineData(2 * 60)]
    [InlineData(1)]
    [InlineData(299)]
    public void A_time_off_the_five_minutes_is_refused(int seconds) =>
        ErrorOf(Slots.Offer(Slots.Tomorrow.AddSeconds(seconds))).Should().Be(HelpSlotErrors.StartsOffGrid);

    [Fact]
    public void A_start_given_in_summer_time_is_kept_as_the_same_instant_in_UTC()
    {
        var british = new DateTimeOffset(2027, 4, 6, 9, 0, 0, TimeSpan.FromHours(1));

        var slot = Slots.Slot(british);

        slot.StartsAt.Offset.Should().Be(TimeSpan.Zero);
        slot.StartsAt.Should().Be(british);
        slot.Claims[0].Quantum.Should().Be(TimeClaim.QuantumOf(british));
    }

    [Fact]
    public void Meeting_on_the_ward_needs_the_ward()
    {
        const SupportMode mode = SupportMode.InPersonOnWard;
        ErrorOf(Slots.Offer(mode: mode, place: "By the desk")).Should().Be(HelpSlotErrors.WardNeeded);
        ErrorOf(Slots.Offer(mode: mode, ward: new WardId(Guid.CreateVersion7(Slots.Now)), place: null)).Should().BeNull();
    }

    [Fact]
    public void Meeting_elsewhere_needs_a_place() =>
        ErrorOf(Slots.Offer(place: " \t")).Should().Be(HelpSlotErrors.PlaceNeeded);

    [Theory]
    [InlineData(SupportMode.DropIn)]
    [InlineData(SupportMode.Group)]
    public void Drop_ins_and_groups_meet_on_a_ward_or_in_a_place(SupportMode mode)
    {
        ErrorOf(Slots.Offer(mode: mode, place: null)).Should().Be(HelpSlotErrors.PlaceNeeded);
        ErrorOf(Slots.Offer(mode: mode)).Should().BeNull();
        ErrorOf(Slots.Offer(mode: mode, ward: new WardId(Guid.CreateVersion7(Slots.Now)), place: null)).Should().BeNull();
    }

    [Theory]
    [InlineData(SupportMode.VideoCall)]
    [InlineData(SupportMode.Phone)]
    public void A_call_needs_no_place(SupportMode mode) => ErrorOf(Slots.Offer(mode: mode, place: null)).Should().BeNull();

    [Theory]
    [InlineData(SupportMode.ChatOrEmail)]
    [InlineData((SupportMode)99)]
    public void What_has_no_time_of_its_own_is_not_offered(SupportMode mode) =>
        ErrorOf(Slots.Offer(mode: mode)).Should().Be(HelpSlotErrors.ModeNotOffered);

    [Fact]
    public void A_place_is_tidied_limited_and_free_of_NHS_numbers()
    {
        HelpSlot.Offer(Slots.Trust, Slots.Champion, Slots.Amara, Slots.Offer(place: "  Room\u0007 2 "), Slots.Now).Value.Place.Should().Be("Room 2");
        ErrorOf(Slots.Offer(place: new string('x', HelpSlot.PlaceMax))).Should().BeNull();
        ErrorOf(Slots.Offer(place: new string('x', HelpSlot.PlaceMax + 1)))!.Code.Should().Be("FreeText.TooLong");
        ErrorOf(Slots.Offer(place: "Bed of 943 476 5919"))!.Code.Should().Be("FreeText.NhsNumber");
    }

    private static Error? ErrorOf(HelpSlotOffer offer) => HelpSlot.Offer(Slots.Trust, Slots.Champion, Slots.Amara, offer, Slots.Now).Error;
}
