using Champions.Application.Outbox;
using Champions.Application.Outbox.Emails;
using Champions.Application.Reminders;

namespace Champions.Application.Tests.Outbox;

/// <summary>Believable template data, and rows made of it.</summary>
internal static class EmailSamples
{
    private const string Trust = "University Hospitals Bristol and Weston NHS Foundation Trust";

    public static readonly Guid Id = new("0198c0de-0000-7000-8000-000000000001");

    /// <summary>In winter, when UK time is UTC.</summary>
    public static readonly DateTimeOffset StartsAt = new(2026, 12, 1, 14, 15, 0, TimeSpan.Zero);

    public static BookingData Booking { get; } = new()
    {
        BookingId = Id,
        Sequence = 0,
        Trust = Trust,
        Booker = "Tom Reid",
        BookerAddress = "tom.reid@trust.example",
        Champion = "Amara Osei",
        ChampionAddress = "amara.osei@trust.example",
        StartsAt = StartsAt,
        Minutes = 30,
        Where = "Maple Ward, Royal Infirmary",
        System = "Electronic patient record",
        Topic = "Finding blood results",
        Note = null,
    };

    public static FollowUpData FollowUp { get; } = new()
    {
        FollowUpId = Id,
        Trust = Trust,
        What = "Show how to order a blood test",
        DueOn = new DateOnly(2026, 12, 1),
        SessionOn = new DateOnly(2026, 11, 24),
        Ward = "Maple Ward",
    };

    public static AssignmentData Assignment { get; } = new()
    {
        WardId = Id,
        Trust = Trust,
        Ward = "Maple Ward",
        Site = "Royal Infirmary",
        From = new DateOnly(2026, 12, 7),
        By = "Helen Carter",
    };

    public static string AssignmentJson => EmailData.Write(Assignment);

    public static string JsonFor(ReminderReason reason) => reason switch
    {
        ReminderReason.FollowUpDue or ReminderReason.FollowUpOverdue => EmailData.Write(FollowUp),
        ReminderReason.AssignmentStarted => AssignmentJson,
        ReminderReason.SignInCode => EmailData.WriteSealed(new SignInCodeData { Code = "048213", Path = "/sign-in/link/token" }, new SampleSecrets()),
        ReminderReason.PasswordReset => EmailData.WriteSealed(new PasswordResetData { Path = "/sign-in/reset/token" }, new SampleSecrets()),
        ReminderReason.Invitation => EmailData.Write(new InvitationData { Trust = Trust, By = "Helen Carter", Roles = "Coordinator" }),
        ReminderReason.AccountChanged => EmailData.Write(
            new AccountChangedData { Happened = "A passkey was added.", At = Given.Now, Device = "Chrome on Windows" }),
        _ => EmailData.Write(Booking),
    };

    public static OutboxEmail Row(ReminderReason reason, string? data = null, string toName = "Tom Reid") => OutboxEmail.Queue(
        new OutboxDraft(
            Champions.Domain.Common.Id.New<TrustId>(Given.Now), Champions.Domain.Common.Id.New<StaffMemberId>(Given.Now), "tom.reid@trust.example", toName, reason, Id, 0, "",
            Given.Now, StartsAt, 1, StartsAt, data ?? JsonFor(reason)),
        "trust.example",
        Given.Now);
}
