using Champions.Domain.Common;

namespace Champions.Application.Passwords;

/// <summary>Whose password it will be: what others know about the person makes a bad password.</summary>
/// <param name="HasSecondFactor">They have one or must have one, so the password need not stand alone.</param>
/// <param name="Name">As the page header calls them.</param>
/// <param name="Email">Their address.</param>
/// <param name="TrustName">Null for an administrator who works for no trust.</param>
/// <param name="TrustCode">Code of the trust.</param>
public sealed record PasswordOwner(bool HasSecondFactor, string Name, string Email, string? TrustName, string? TrustCode)
{
    /// <summary>Shorter words stand inside too many others.</summary>
    private const int LeastLetters = 4;

    private static readonly string[] Product = ["champion", "password", "nhs"];

    // They say nothing about the person or the trust
    private static readonly string[] Everyday = ["with", "from", "upon", "mail", "example"];

    public int LeastLength => HasSecondFactor ? PasswordRules.LeastWithSecondFactor : PasswordRules.LeastAlone;

    public static PasswordOwner Of(Account account, string? trustName, string? trustCode) =>
        new(!account.NeedsLongPassword, account.Name, account.Email, trustName, trustCode);

    /// <summary>Words that the password may not contain, in lower case.</summary>
    internal IEnumerable<string> Words() =>
        Product
            .Concat(new[] { Name, Email, TrustName }.SelectMany(WordsIn))
            .Concat(TrustCode is { Length: > 2 } code ? [code.ToLowerInvariant()] : [])
            .Distinct(StringComparer.Ordinal);

    private static IEnumerable<string> WordsIn(string? text) =>
        (Text.Tidy(text) ?? "").ToLowerInvariant()
            .Split([.. Separators(text)], StringSplitOptions.RemoveEmptyEntries)
            .Where(word => word.Length >= LeastLetters && !Everyday.Contains(word));

    private static IEnumerable<char> Separators(string? text) => (text ?? "").Where(c => !char.IsLetterOrDigit(c)).Distinct();
}
