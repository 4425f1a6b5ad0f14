namespace Champions.Application.Abstractions;

/// <summary>The emails that were written to files instead of being sent, for the page that shows the demo's emails.</summary>
public interface IMailFolder
{
    /// <summary>False when emails are sent to a relay instead.</summary>
    bool IsInUse { get; }

    /// <summary>How many emails there are.</summary>
    int Count();

    /// <summary>Newest first.</summary>
    /// <param name="skip">Left out at the start.</param>
    /// <param name="take">At most so many.</param>
    /// <param name="cancellationToken">Stops between files.</param>
    Task<IReadOnlyList<StoredEmail>> NewestAsync(int skip, int take, CancellationToken cancellationToken);

    /// <summary>Null when there is no such email. The id is looked up among those that exist, so it can name nothing else.</summary>
    Task<StoredEmail?> FindAsync(string id, CancellationToken cancellationToken);
}

/// <summary>An email as it was written.</summary>
/// <param name="Id">Stands in the address of its page.</param>
/// <param name="SentAt">From its Date header.</param>
/// <param name="From">Name and address.</param>
/// <param name="To">Name and address.</param>
/// <param name="Subject">Decoded.</param>
/// <param name="Text">Plain part.</param>
/// <param name="Html">HTML part, if any.</param>
/// <param name="Calendar">Calendar part, if any.</param>
public sealed record StoredEmail(
    string Id, DateTimeOffset SentAt, string From, string To, string Subject, string Text, string? Html, string? Calendar);
