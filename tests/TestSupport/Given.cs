using Champions.Domain.Champions;
using Champions.Domain.Common;
using Champions.Domain.FollowUps;
using Champions.Domain.HelpSlots;
using Champions.Domain.Staff;
using Champions.Domain.SupportSessions;
using Champions.Domain.Systems;
using Champions.Domain.Trusts;
using Champions.Domain.Wards;
using Barrier = Champions.Domain.SupportSessions.Barrier;

namespace Champions.TestSupport;

/// <summary>
/// Makes what tests need, through the domain's own methods and with believable defaults, so that a test only names what
/// it is about. Nothing here is stored: see <see cref="SmallTrust"/> and <c>TestDatabase.SaveAsync</c>.
/// </summary>
public static class Given
{
    private static int people;

    /// <summary>A Tuesday morning in winter, when UK time is UTC.</summary>
    public static DateTimeOffset Now { get; } = new(2026, 11, 24, 10, 0, 0, TimeSpan.Zero);

    /// <summary>The UK day of <see cref="Now"/>.</summary>
    public static DateOnly Today { get; } = new(2026, 11, 24);

    /// <summary>The day after <see cref="Now"/> at 2:15pm.</summary>
    public static DateTimeOffset TomorrowAfternoon { get; } = new(2026, 11, 25, 14, 15, 0, TimeSpan.Zero);

    public static Trust Trust(string code = "RA7", string name = "University Hospitals Bristol and Weston NHS Foundation Trust")
    {
        var trust = Domain.Trusts.Trust.FromOds(
            new TrustRecord(
                code, name.ToUpperInvariant(), name, "Y58", "QUY", "Marlborough Street, Bristol", "BS1 3NU", "", new DateOnly(2008, 6, 1), null),
            Now);
        trust.BringIn(Today);
        return trust;
    }

    public static Site Site(TrustId trust, string code = "RA701", string name = "Bristol Royal Infirmary") =>
        Domain.Trusts.Site.FromOds(
            trust,
            new SiteRecord(code, name.ToUpperInvariant(), name, "Marlborough Street, Bristol", "BS2 8HW", new DateOnly(2008, 6, 1), null),
            Now);

    public static Ward Ward(Site site, string code = "7B", string name = "Maple Ward", string specialty = "Respiratory Medicine Service") =>
        Domain.Wards.Ward.Open(site.TrustId, site.Id, code, name, specialty, Now).Value;

    public static DigitalSystem System(TrustId trust, string name = "Electronic patient record") => DigitalSystem.Add(trust, name, Now).Value;

    public static SupportTopic Topic(TrustId trust, string name = "Logging in", int position = 1) =>
        SupportTopic.Add(trust, name, position, Now).Value;

    /// <summary>Everybody gets an address of their own unless the test names one.</summary>
    public static StaffMember Person(
        TrustId trust,
        string name = "Amara Osei",
        string? email = null,
        StaffGroup group = StaffGroup.NursingAndMidwiferyRegistered,
        WardId? ward = null) =>
        StaffMember.Join(
            trust, name, email ?? $"{name.Replace(' ', '.').ToLowerInvariant()}.{Interlocked.Increment(ref people)}@trust.example", group, ward, Now).Value;

    public static Champion Champion(StaffMember person, params DigitalSystem[] knows)
    {
        var champion = Domain.Champions.Champion.Agree(person.TrustId, person.Id, Today.AddMonths(-6), Now);
        foreach (var system in knows)
        {
            champion.Learn(system.Id);
        }

        return champion;
    }

    public static HelpSlotOffer Offer(
        DateTimeOffset? startsAt = null,
        int minutes = 30,
        int capacity = 1,
        SupportMode mode = SupportMode.InPersonElsewhere,
        WardId? ward = null,
        string? place = "Seminar Room 2",
        Guid? series = null) =>
        new(startsAt ?? TomorrowAfternoon, minutes, mode, ward, place, capacity, series);

    public static HelpSlot Slot(Champion champion, DateTimeOffset? startsAt = null, int minutes = 30, int capacity = 1) =>
        Slot(champion, Offer(startsAt, minutes, capacity));

    public static HelpSlot Slot(Champion champion, HelpSlotOffer offer) =>
        HelpSlot.Offer(champion.TrustId, champion.Id, champion.StaffMemberId, offer, Now).Value;

    /// <summary>Each call is another form, with a request key of its own, unless the test gives the key.</summary>
    public static BookingRequest Request(
        DigitalSystemId? system = null, string? topic = "Finding blood results", string? note = null, Guid? key = null) =>
        new(system, topic, note, key ?? Guid.CreateVersion7(Now));

    public static SessionAnswers Answers(
        DateOnly? occurredOn = null,
        WardId? ward = null,
        DigitalSystemId? system = null,
        int minutes = 15,
        SupportMode mode = SupportMode.InPersonOnWard,
        SessionOutcome outcome = SessionOutcome.Resolved,
        IReadOnlyList<SupportTopicId>? topics = null,
        IReadOnlyList<ParticipantAnswer>? participants = null,
        IReadOnlyList<Barrier>? barriers = null,
        string? note = null) =>
        new(
            occurredOn ?? Today,
            ward,
            system,
            minutes,
            mode,
            outcome,
            topics ?? [],
            participants ?? [new ParticipantAnswer(1, StaffGroup.NursingAndMidwiferyRegistered, null)],
            barriers ?? [],
            note);

    public static SupportSession Session(Champion champion, SessionAnswers? answers = null, BookingId? booking = null, Guid? key = null) =>
        SupportSession.Log(
            champion.TrustId, champion.Id, champion.StaffMemberId, answers ?? Answers(), booking, key ?? Guid.CreateVersion7(Now), Today, Now).Value;

    public static FollowUp FollowUp(SupportSession session, DateOnly? dueOn = null, string what = "Show how to order a blood test") =>
        Domain.FollowUps.FollowUp.Open(session.TrustId, session.Id, session.ChampionId, dueOn ?? Today.AddDays(7), what, Today, Now).Value;
}
