using Champions.Application.Abstractions;
using Champions.Application.Outbox.Calendar;
using Champions.Application.Reminders;

namespace Champions.Application.Outbox.Emails;

/// <summary>Turns a row of the outbox into the email that leaves, at the moment it leaves.</summary>
public sealed class EmailWriter(EmailSender sender, ServiceAddress service, IEmailSecrets secrets)
{
    private readonly EmailLayout layout = new(service);

    /// <param name="email">A row of any reason that the product queues.</param>
    /// <param name="now">When it leaves; also the stamp of its calendar part.</param>
    /// <exception cref="NotSupportedException">No template belongs to the reason.</exception>
    /// <exception cref="System.Text.Json.JsonException">The row's data are not what the template needs.</exception>
    /// <exception cref="System.Security.Cryptography.CryptographicException">The row's secret cannot be opened.</exception>
    public OutgoingEmail Write(OutboxEmail email, DateTimeOffset now)
    {
        var content = Content(email, now);
        var organizer = new CalendarParty(sender.Name, sender.Address);
        var invite = content.Invite?.ToCalendar(organizer, service.PublicUrl, now);
        var toName = TypedText.OneLine(email.ToName);
        var firstName = toName.Split(' ')[0];
        return new OutgoingEmail(
            email.MessageId,
            sender.Address,
            sender.Name,
            email.ToAddress,
            toName,
            TypedText.OneLine(content.Subject),
            layout.Text(content, firstName),
            layout.Html(content with { Subject = TypedText.OneLine(content.Subject) }, firstName),
            invite is null ? null : CalendarFile.Write(invite),
            invite?.Method switch { null => null, CalendarMethod.Cancel => "CANCEL", _ => "REQUEST" });
    }

    private EmailContent Content(OutboxEmail email, DateTimeOffset now) => email.Reason switch
    {
        ReminderReason.BookingConfirmed => BookingConfirmedEmail.Of(email.Read<BookingData>()),
        ReminderReason.BookingMoved => BookingMovedEmail.Of(email.Read<BookingData>()),
        ReminderReason.BookingCancelled => BookingCancelledEmail.Of(email.Read<BookingData>()),
        ReminderReason.BookingTomorrow or ReminderReason.BookingToday => BookingReminderEmail.Of(email.Read<BookingData>(), now),
        ReminderReason.FollowUpDue => FollowUpDueEmail.Of(email.Read<FollowUpData>(), now),
        ReminderReason.FollowUpOverdue => FollowUpOverdueEmail.Of(email.Read<FollowUpData>()),
        ReminderReason.AssignmentStarted => AssignmentStartedEmail.Of(email.Read<AssignmentData>()),
        ReminderReason.SignInCode => SignInCodeEmail.Of(email.Read<SignInCodeData>(secrets)),
        ReminderReason.PasswordReset => PasswordResetEmail.Of(email.Read<PasswordResetData>(secrets)),
        ReminderReason.Invitation => InvitationEmail.Of(email.Read<InvitationData>()),
        ReminderReason.AccountChanged => AccountChangedEmail.Of(email.Read<AccountChangedData>()),
        _ => throw new NotSupportedException($"No template for {email.Reason}."),
    };
}
