using Champions.Application.Abstractions;
using Champions.Application.Outbox.Emails;
using Champions.Application.Outbox.Planning;
using Champions.Application.Reminders;

namespace Champions.Application.Outbox;

/// <summary>
/// Emails about getting in. Whoever changes something adds one to the same save:
/// <c>db.OutboxEmails.Add(emails.Changed(account, "A passkey was added.", "Chrome on Windows"))</c>.
/// </summary>
public sealed class AccountEmails(IEmailSecrets secrets, EmailSender sender, TimeProvider clock)
{
    /// <summary>How long news about one's own log-in, and an invitation, are worth sending.</summary>
    private static readonly TimeSpan NewsLife = TimeSpan.FromDays(7);

    /// <param name="code">As it is stored, without what it hides.</param>
    /// <param name="reader">Whose address it is.</param>
    /// <param name="digits">The code itself.</param>
    /// <param name="path">Of the link that logs in.</param>
    public OutboxEmail SignInCode(OneTimeCode code, AccountReader reader, string digits, string path) => Queue(
        reader,
        ReminderReason.SignInCode,
        code.Id.Value,
        code.ExpiresAt,
        EmailPriority.SignIn,
        EmailData.WriteSealed(new SignInCodeData { Code = digits, Path = path }, secrets));

    /// <param name="code">As it is stored, without what it hides.</param>
    /// <param name="account">Whose password it sets.</param>
    /// <param name="path">Of the page that sets the password, with its secret.</param>
    public OutboxEmail PasswordReset(OneTimeCode code, Account account, string path) => Queue(
        AccountReader.Of(account),
        ReminderReason.PasswordReset,
        code.Id.Value,
        code.ExpiresAt,
        EmailPriority.SignIn,
        EmailData.WriteSealed(new PasswordResetData { Path = path }, secrets));

    /// <param name="account">Made, or given a role, in the same save.</param>
    /// <param name="trust">Name of the trust; null for an administrator.</param>
    /// <param name="by">Name of who invites.</param>
    /// <param name="roles">What the person may do, in words; null for nothing beyond every member of staff.</param>
    public OutboxEmail Invitation(Account account, string? trust, string? by, string? roles) => Queue(
        AccountReader.Of(account),
        ReminderReason.Invitation,
        account.Id.Value,
        clock.GetUtcNow() + NewsLife,
        EmailPriority.Change,
        EmailData.Write(new InvitationData { Trust = trust, By = by, Roles = roles }));

    /// <param name="account">Changed in the same save.</param>
    /// <param name="happened">One of our own sentences, for example "Your password was changed.".</param>
    /// <param name="device">In our own words, for example "Chrome on Windows"; null when somebody else did it.</param>
    public OutboxEmail Changed(Account account, string happened, string? device) => Queue(
        AccountReader.Of(account),
        ReminderReason.AccountChanged,
        account.Id.Value,
        clock.GetUtcNow() + NewsLife,
        EmailPriority.SignIn,
        EmailData.Write(new AccountChangedData { Happened = happened, At = clock.GetUtcNow(), Device = device }));

    /// <summary>It is as urgent as an appointment at this very moment, so it goes before all others.</summary>
    private OutboxEmail Queue(AccountReader reader, ReminderReason reason, Guid subject, DateTimeOffset usefulUntil, int priority, string data)
    {
        var now = clock.GetUtcNow();
        var draft = new OutboxDraft(
            reader.TrustId ?? default,
            reader.PersonId,
            reader.Address,
            reader.Name,
            reason,
            subject,
            SubjectVersion: 0,
            Occasion: $"/{Guid.CreateVersion7(now):N}",
            now,
            usefulUntil,
            priority,
            AppointmentAt: now,
            data);
        return OutboxEmail.Queue(draft, sender.MessageIdHost, now);
    }
}

/// <summary>Whom an email about getting in goes to.</summary>
/// <param name="Address">Where to.</param>
/// <param name="Name">Empty when we do not know it yet.</param>
/// <param name="TrustId">Null for an administrator.</param>
/// <param name="PersonId">Null for somebody who is not in the list of people.</param>
public sealed record AccountReader(string Address, string Name, TrustId? TrustId, StaffMemberId? PersonId)
{
    public static AccountReader Of(Account account) => new(account.Email, account.Name, account.TrustId, account.StaffMemberId);
}
