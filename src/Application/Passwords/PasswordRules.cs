using Champions.Application.Accounts;
using Champions.Domain.Common;

namespace Champions.Application.Passwords;

/// <summary>
/// What makes a password good enough, in one place. Length counts and being hard to guess; nobody is asked for capitals, digits or signs.
/// </summary>
public static class PasswordRules
{
    public const int LeastAlone = 15;
    public const int LeastWithSecondFactor = 12;
    public const int Most = 200;

    /// <summary>So many characters must stand that neither repeat nor continue a row of keys or of the alphabet.</summary>
    private const int LeastUnforeseen = 8;

    /// <summary>A part repeated over and over is as easy to guess as the part, unless that is long itself.</summary>
    private const int LeastPart = 12;

    private static readonly string[] Rows =
    [
        "abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm",
        "1qaz", "2wsx", "3edc", "4rfv", "5tgb", "6yhn", "7ujm",
    ];

    /// <summary>In characters as people count them, not in UTF-16 units.</summary>
    public static int LengthOf(string password) => password.EnumerateRunes().Count();

    /// <summary>Null when the password will do.</summary>
    public static Error? Check(string password, PasswordOwner owner)
    {
        if (LengthOf(password) < owner.LeastLength)
        {
            return AccountErrors.PasswordTooShort(owner.LeastLength);
        }

        if (password.Length > Most)
        {
            return AccountErrors.PasswordTooLong;
        }

        var folded = password.ToLowerInvariant();
        if (Unforeseen(folded) < LeastUnforeseen || IsRepeated(folded))
        {
            return AccountErrors.PasswordForeseeable;
        }

        var readings = Readings(folded);
        if (owner.Words().FirstOrDefault(word => readings.Any(r => r.Contains(word, StringComparison.Ordinal))) is { } known)
        {
            return AccountErrors.PasswordHasKnownWord(known);
        }

        return IsCommon(folded) ? AccountErrors.PasswordCommon : null;
    }

    /// <summary>The ends come off before digits are read as letters: in "sunsh1ne2024" the one is a letter and the year is not.</summary>
    private static bool IsCommon(string folded) =>
        Cores(folded).Append(LettersAndDigits(folded)).SelectMany(Readings).Any(CommonPasswords.Contains);

    /// <summary>As typed, and with the digits and signs that people put for letters read as letters.</summary>
    private static string[] Readings(string folded) =>
        [.. new[] { folded, Letters(folded, '1', 'i'), Letters(folded, '1', 'l') }.Distinct(StringComparer.Ordinal)];

    private static string Letters(string folded, char mark, char letter) => string.Create(folded.Length, (folded, mark, letter), static (span, from) =>
    {
        for (var i = 0; i < span.Length; i++)
        {
            span[i] = from.folded[i] switch
            {
                '0' => 'o',
                '3' => 'e',
                '4' or '@' => 'a',
                '5' or '$' => 's',
                '7' => 't',
                '!' => 'i',
                var c when c == from.mark => from.letter,
                var c => c,
            };
        }
    });

    /// <summary>With none, some or all of the digits and signs at either end taken off.</summary>
    private static IEnumerable<string> Cores(string folded)
    {
        var first = folded.AsSpan().IndexOfAnyInRange('a', 'z');
        if (first < 0)
        {
            return [folded];
        }

        var last = folded.AsSpan().LastIndexOfAnyInRange('a', 'z');
        return from start in Enumerable.Range(0, first + 1)
               from end in Enumerable.Range(last + 1, folded.Length - last)
               select folded[start..end];
    }

    private static string LettersAndDigits(string password) => string.Concat(password.Where(char.IsLetterOrDigit));

    /// <summary>"abcabcabcabcabc": true also when the last part is cut off.</summary>
    private static bool IsRepeated(string password)
    {
        for (var part = 1; part <= Math.Min(password.Length / 2, LeastPart - 1); part++)
        {
            if (password.AsSpan(part).SequenceEqual(password.AsSpan(0, password.Length - part)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Characters that do not continue a run of three or more, such as "aaaa", "4567", "fedc" or "wert".</summary>
    private static int Unforeseen(string password)
    {
        var count = 0;
        for (var i = 0; i < password.Length;)
        {
            var length = Rows.Max(row => Math.Max(RunAt(password, i, row, 1), RunAt(password, i, row, -1)));
            length = Math.Max(length, SameAt(password, i));
            count++;
            i += length >= 3 ? length : 1;
        }

        return count;
    }

    private static int SameAt(string password, int start)
    {
        var end = start + 1;
        while (end < password.Length && password[end] == password[start])
        {
            end++;
        }

        return end - start;
    }

    private static int RunAt(string password, int start, string row, int step)
    {
        var end = start;
        var place = step > 0 ? row.IndexOf(password[start], StringComparison.Ordinal) : row.LastIndexOf(password[start]);
        while (end < password.Length && place >= 0 && place < row.Length && password[end] == row[place])
        {
            end++;
            place += step;
        }

        return end - start;
    }
}
