using Champions.Application.Outbox;
using Champions.Application.Reminders;
using Champions.Domain.Champions;
using Champions.Domain.FollowUps;
using Champions.Domain.HelpSlots;
using Champions.Domain.SupportSessions;

namespace Champions.TestSupport;

/// <summary>One row of every kind that a trust owns. The colleague is helped, the champion helps.</summary>
public sealed class SampleRows
{
    private SampleRows(SmallTrust trust)
    {
        Trust = trust;
        FreeSlot = Given.Slot(trust.Champion, Given.Offer(Given.TomorrowAfternoon.AddDays(1), series: Guid.CreateVersion7(Given.Now)));
        BookedSlot = Given.Slot(trust.Champion, Given.TomorrowAfternoon);
        Booking = BookedSlot.Book(trust.Colleague.Id, Given.Request(trust.System.Id), Given.Now).Value;
        Session = Given.Session(trust.Champion, Given.Answers(ward: trust.Ward.Id, system: trust.System.Id, topics: [trust.Topic.Id]));
        FollowUp = Given.FollowUp(Session);
        Assignment = trust.Champion.Assign(trust.Ward.Id, Given.Today, until: null, Given.Today, Given.Now).Value;
        Email = OutboxEmail.Queue(
            new OutboxDraft(
                trust.Trust.Id, trust.Colleague.Id, trust.Colleague.Email, trust.Colleague.Name, ReminderReason.BookingTomorrow, Booking.Id.Value, 0, "",
                Given.Now, Given.Now.AddDays(1), 2, Given.TomorrowAfternoon, "{}"),
            "champions.example",
            Given.Now);
        Reminder = new Reminder(
            trust.Trust.Id, trust.Colleague.Id, ReminderReason.BookingTomorrow, Booking.Id.Value, Given.Now.AddHours(4), outboxEmailId: null, Given.Now);
        SingleSignOn = SingleSignOn.SetUp(
            trust.Trust.Id,
            new SingleSignOnSettings("Trust account", $"https://{trust.Trust.Code.ToLowerInvariant()}.example", "champions", null, null, GivesSecondFactor: false),
            Given.Now).Value;
        ColleaguesAccount = Account.For(trust.Colleague, Roles.None, Given.Now);
        Passkey = new Passkey(ColleaguesAccount.Id, trust.Colleague.Id.Value.ToByteArray(), "My phone", Given.Now);
    }

    public SmallTrust Trust { get; }

    /// <summary>Offered and free, with the key of the form it was offered with.</summary>
    public HelpSlot FreeSlot { get; }

    /// <summary>Booked by the colleague.</summary>
    public HelpSlot BookedSlot { get; }

    public Booking Booking { get; }

    public SupportSession Session { get; }

    public FollowUp FollowUp { get; }

    public WardAssignment Assignment { get; }

    public OutboxEmail Email { get; }

    public Reminder Reminder { get; }

    public SingleSignOn SingleSignOn { get; }

    public Account ColleaguesAccount { get; }

    /// <summary>The colleague's.</summary>
    public Passkey Passkey { get; }

    public static async Task<SampleRows> CreateAsync(SmallTrust trust)
    {
        var rows = new SampleRows(trust);
        await trust.Db.SaveAsync(
            rows.FreeSlot, rows.BookedSlot, rows.Session, rows.FollowUp, rows.Assignment, rows.Email, rows.Reminder, rows.SingleSignOn, rows.ColleaguesAccount,
            rows.Passkey);
        return rows;
    }
}
