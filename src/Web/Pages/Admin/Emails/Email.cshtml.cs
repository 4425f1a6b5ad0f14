using Champions.Application.Outbox.Reading;
using Champions.Application.Reminders;
using Champions.Application.Wording;
using Microsoft.AspNetCore.Mvc;

namespace Champions.Web.Pages.Admin.Emails;

/// <summary>The story of one email.</summary>
public sealed class EmailModel(EmailQueries queries, TimeProvider clock) : ChampionsPage
{
    private EmailDetail? email;

    public EmailDetail Email => email ?? throw new InvalidOperationException("No email was found, so there is no page.");

    public IReadOnlyList<string> Story => EmailStory.Of(Email, clock.GetUtcNow());

    public EmailStanding Standing => EmailWords.StandingOf(Email.State);

    /// <summary>Start of the booking it is about; emails about getting in only borrow a time, to go first.</summary>
    public DateTimeOffset? Appointment => Email.Reason is ReminderReason.SignInCode or ReminderReason.PasswordReset
        or ReminderReason.Invitation or ReminderReason.AccountChanged ? null : Email.AppointmentAt;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        email = await queries.FindAsync(id, Actor, cancellationToken);
        return email is null ? NotFound() : Page();
    }

    /// <summary>The page of what it is about, for those who may open it.</summary>
    public string? SubjectAddress() => Email.TrustId != Actor.TrustId ? null : Email.Reason switch
    {
        ReminderReason.BookingConfirmed or ReminderReason.BookingTomorrow or ReminderReason.BookingToday
            or ReminderReason.BookingMoved or ReminderReason.BookingCancelled => $"/bookings/{Email.SubjectId}",
        ReminderReason.FollowUpDue or ReminderReason.FollowUpOverdue => "/follow-ups",
        _ => null,
    };
}
