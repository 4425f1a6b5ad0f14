using Champions.Application.Outbox.Calendar;

namespace Champions.Application.Outbox.Emails;

/// <summary>What an email says, before it becomes text and HTML. Every string may hold what somebody typed: the layout makes it harmless.</summary>
/// <param name="Subject">With the concrete day and time; names no topic.</param>
/// <param name="Trust">Name of the trust, for the last line; null when the email is about the person's log-in and no trust's affair.</param>
/// <param name="Opening">What happened, then what to do.</param>
/// <param name="Facts">Who, where, how long, what about.</param>
/// <param name="Link">The one thing to open.</param>
/// <param name="Closing">What is good to know.</param>
/// <param name="Invite">The booking as a calendar message, where there is one.</param>
/// <param name="Code">Digits to be typed, shown big after the opening.</param>
internal sealed record EmailContent(
    string Subject,
    string? Trust,
    IReadOnlyList<string> Opening,
    IReadOnlyList<EmailFact> Facts,
    EmailLink Link,
    IReadOnlyList<string> Closing,
    BookingInvite? Invite = null,
    string? Code = null);

/// <summary>A line with its name: <c>Where: Maple Ward, Royal Infirmary</c>. Lines without a value are left out.</summary>
internal sealed record EmailFact(string Name, string? Value);

/// <param name="Words">What opening it does.</param>
/// <param name="Path">Address in the service, made of our own words and ids; anything else in it is encoded.</param>
internal sealed record EmailLink(string Words, string Path);
