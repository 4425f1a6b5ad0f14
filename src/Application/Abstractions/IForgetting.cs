namespace Champions.Application.Abstractions;

/// <summary>
/// Clears what people wrote, in place: rows stay and go on counting. Works on many rows at once and on any trust, so whoever asks must have
/// decided that it may.
/// </summary>
public interface IForgetting
{
    /// <summary>
    /// Clears free text of a trust that is older than an instant: topics and notes of bookings, notes of sessions, closed follow-ups,
    /// reasons of cancelled times, and names, addresses and content of emails.
    /// </summary>
    /// <returns>How many rows were cleared.</returns>
    Task<int> ForgetTextAsync(TrustId trust, DateTimeOffset before, CancellationToken cancellationToken);

    /// <summary>Clears what a person wrote and what was written to them, however young, and removes their ways to log in.</summary>
    /// <returns>How many rows were cleared.</returns>
    Task<int> ForgetTextOfAsync(StaffMemberId person, CancellationToken cancellationToken);

    /// <summary>Deletes sessions of accounts that ended, or lay idle, before an instant.</summary>
    Task<int> DeleteSessionsAsync(DateTimeOffset before, CancellationToken cancellationToken);

    /// <summary>Deletes codes and links of emails that ended before an instant.</summary>
    Task<int> DeleteCodesAsync(DateTimeOffset before, CancellationToken cancellationToken);
}
