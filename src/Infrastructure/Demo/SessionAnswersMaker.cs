using Champions.Application.Time;
using Champions.Domain.Champions;
using Champions.Domain.HelpSlots;
using Champions.Domain.Staff;
using Champions.Domain.SupportSessions;
using Barrier = Champions.Domain.SupportSessions.Barrier;

namespace Champions.Infrastructure.Demo;

/// <summary>What champions say on the log form.</summary>
internal sealed class SessionAnswersMaker(DemoTrust trust)
{
    private static readonly IReadOnlyList<(SessionOutcome, int)> Outcomes =
    [
        (SessionOutcome.Resolved, 66), (SessionOutcome.PartlyResolved, 14), (SessionOutcome.NeedsFollowUp, 12), (SessionOutcome.Referred, 8),
    ];

    private static readonly IReadOnlyList<(SupportMode, int)> Modes =
    [
        (SupportMode.InPersonOnWard, 74), (SupportMode.Phone, 10), (SupportMode.ChatOrEmail, 8), (SupportMode.DropIn, 8),
    ];

    private static readonly IReadOnlyList<(Barrier, int)> Barriers =
    [
        (Barrier.NoTime, 24), (Barrier.LoginOrAccess, 20), (Barrier.SharedDevice, 14), (Barrier.NoDevice, 10), (Barrier.Confidence, 10), (Barrier.Skills, 9),
        (Barrier.SystemFault, 6), (Barrier.Connectivity, 4), (Barrier.Accessibility, 2), (Barrier.TrustOrSecurity, 1),
    ];

    private static readonly IReadOnlyList<(StaffGroup, int)> Helped =
    [
        (StaffGroup.NursingAndMidwiferyRegistered, 46), (StaffGroup.AdditionalClinicalServices, 22), (StaffGroup.MedicalAndDental, 16),
        (StaffGroup.AdministrativeAndClerical, 9), (StaffGroup.AlliedHealthProfessionals, 5), (StaffGroup.Students, 2),
    ];

    private static readonly IReadOnlyList<int> Minutes = [5, 5, 10, 10, 15, 15, 20, 30, 45];
    private static readonly IReadOnlyList<SupportKind> Kinds = [SupportKind.Signposting, SupportKind.HandsOn, SupportKind.HandsOn, SupportKind.Tuition, SupportKind.Advice];
    private static readonly IReadOnlyList<DoneBy> Doers = [DoneBy.LearnerDidIt, DoneBy.LearnerDidIt, DoneBy.DoneTogether, DoneBy.DoneForThem];

    private readonly Dice dice = trust.Dice;

    public SessionAnswers Booked(Champion champion, HelpSlot slot, Booking booking, bool held) => Answers(
        UkCalendar.DateOf(slot.StartsAt),
        slot.WardId ?? trust.People.First(p => p.Id == booking.BookedById).WardId,
        booking.DigitalSystemId ?? dice.Pick(champion.Systems).DigitalSystemId,
        slot.Minutes,
        slot.Mode,
        held ? dice.Pick(Outcomes) : SessionOutcome.NotHeld,
        new ParticipantAnswer(1, null, booking.BookedById));

    public SessionAnswers InPassing(Champion champion, DateOnly day) => Answers(
        day,
        dice.Pick(champion.Assignments).WardId,
        dice.Pick(champion.Systems).DigitalSystemId,
        dice.Pick(Minutes),
        dice.Pick(Modes),
        dice.Pick(Outcomes),
        new ParticipantAnswer(dice.Chance(75) ? 1 : dice.Between(2, 5), dice.Pick(Helped), null));

    private SessionAnswers Answers(
        DateOnly day, WardId? ward, DigitalSystemId system, int minutes, SupportMode mode, SessionOutcome outcome, ParticipantAnswer helped) => new(
        day,
        ward,
        system,
        minutes,
        mode,
        outcome,
        [.. dice.Shuffle(trust.Topics).Take(dice.Between(1, 2)).Select(t => t.Id)],
        [helped],
        dice.Chance(35) ? [dice.Pick(Barriers)] : [],
        dice.Chance(20) ? dice.Pick(DemoWords.SessionNotes) : null,
        outcome == SessionOutcome.NotHeld ? null : dice.Pick(Kinds),
        outcome == SessionOutcome.NotHeld ? null : dice.Pick(Doers));
}
