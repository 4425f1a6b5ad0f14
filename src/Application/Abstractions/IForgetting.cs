using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

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

    /// <summary>
    /// Clears what a person wrote and what was written to them, however young, takes their name out of what others of their trust wrote, and
    /// removes their ways to log in. Emails to others that have not left are left alone, see <see cref="ForgetSentAsync"/>.
    /// </summary>
    /// <returns>How many rows were cleared.</returns>
    Task<int> ForgetPersonAsync(PersonToForget person, CancellationToken cancellationToken);

    /// <summary>Clears emails to and about people without a name that had still to leave when the name went.</summary>
    /// <returns>How many were cleared.</returns>
    Task<int> ForgetSentAsync(CancellationToken cancellationToken);

    /// <summary>Deletes sessions of accounts that ended, or lay idle, before an instant.</summary>
    Task<int> DeleteSessionsAsync(DateTimeOffset before, CancellationToken cancellationToken);

    /// <summary>Deletes codes and links of emails that ended before an instant.</summary>
    Task<int> DeleteCodesAsync(DateTimeOffset before, CancellationToken cancellationToken);
}

/// <param name="Id">Whose words they are.</param>
/// <param name="TrustId">Their trust.</param>
/// <param name="Name">What they were called until now.</param>
/// <param name="Email">Where emails reached them until now.</param>
public sealed record PersonToForget(StaffMemberId Id, TrustId TrustId, string Name, string Email)
{
    /// <summary>Stands for a name in what others wrote; no longer than any name that is looked for.</summary>
    public const string Gap = "[…]";

    private readonly Regex words = new(
        $@"(?<![\p{{L}}\p{{N}}]){Regex.Escape(Name)}(?![\p{{L}}\p{{N}}])|(?<![\p{{L}}\p{{N}}._+-]){Regex.Escape(Email)}(?![\p{{L}}\p{{N}}]|[.-][\p{{L}}\p{{N}}])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        TimeSpan.FromSeconds(1));

    /// <summary>A name of several words is known again in what people wrote. One word, or single letters, stand in too many texts.</summary>
    public bool IsNamedInText => Name.Split(' ').Count(w => w.Length > 1) > 1;

    /// <summary>A text of somebody else with a gap where it names this person, and otherwise as it was.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public string? Without(string? text) => text is null ? null : words.Replace(text, Gap);
}
