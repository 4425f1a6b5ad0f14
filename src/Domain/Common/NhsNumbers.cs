using System.Globalization;
using System.Text;

namespace Champions.Domain.Common;

/// <summary>
/// Finds NHS numbers that slipped into free text, so that no patient is ever named in it. An NHS number has 10 digits in any grouping, begins
/// with 4, 6 or 7 and ends with a modulus 11 check digit. Numbers that begin with 9 are never given to a patient, but training material
/// and test systems use them (943 476 5919, all of 999), so they are caught as well: people learn by trying.
/// Telephone numbers and numbers labelled as a ticket or an asset pass.
/// </summary>
public static class NhsNumbers
{
    private const int Length = 10;

    /// <summary>How many separators may stand between two groups of one number, as in "943 - 476 5919".</summary>
    private const int LongestGap = 3;

    private static readonly HashSet<string> OtherNumbers = new(StringComparer.OrdinalIgnoreCase)
    {
        "asset", "tag", "serial", "barcode", "ticket", "incident", "inc", "request", "req", "ritm", "task", "sctask", "change", "chg", "prb",
        "order", "po", "tel", "telephone", "phone", "mobile", "mob", "fax", "ext", "extension", "bleep", "pager",
    };

    private static readonly HashSet<string> NumberWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "no", "nos", "nr", "num", "number", "nhs", "nhsno", "nhsnumber", "nhsnum", "pt", "patient", "is", "id",
    };

    public static bool Contains(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return false;
        }

        var chain = new List<string>();
        foreach (var group in GroupsOf(Plain(text)))
        {
            if (group.StartsChain)
            {
                if (HasNhsNumber(chain))
                {
                    return true;
                }

                chain.Clear();
            }

            chain.Add(group.Digits);
        }

        return HasNhsNumber(chain);
    }

    /// <summary>Digits of any script as ASCII, separators as one kind, invisible characters gone.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (category == UnicodeCategory.DecimalDigitNumber)
            {
                plain.Append((char)('0' + (int)Rune.GetNumericValue(rune)));
            }
            else if (category is UnicodeCategory.SpaceSeparator or UnicodeCategory.DashPunctuation || rune.Value is '.' or '(' or ')' or '\t' or '_' or 0x2212)
            {
                plain.Append(' ');
            }
            else if (category != UnicodeCategory.Format)
            {
                plain.Append(rune.ToString());
            }
        }

        return plain.ToString();
    }

    /// <summary>
    /// Groups of digits in order. A group starts a new chain when more than separators lies before it. A group that a label marks as something
    /// other than an NHS number comes out empty; one with a plus sign keeps it.
    /// </summary>
    private static IEnumerable<(string Digits, bool StartsChain)> GroupsOf(string text)
    {
        var previousEnd = -1;
        for (var at = 0; at < text.Length; at++)
        {
            if (!char.IsAsciiDigit(text[at]))
            {
                continue;
            }

            var start = at;
            while (at < text.Length && char.IsAsciiDigit(text[at]))
            {
                at++;
            }

            var startsChain = previousEnd < 0 || start - previousEnd > LongestGap || text.AsSpan(previousEnd, start - previousEnd).ContainsAnyExcept(' ');
            previousEnd = at;
            yield return !startsChain ? (text[start..at], false)
                : start > 0 && text[start - 1] == '+' ? (text[(start - 1)..at], true)
                : IsLabelledAsOther(text, start) ? ("", true)
                : (text[start..at], true);
        }
    }

    private static bool IsLabelledAsOther(string text, int start)
    {
        var before = text.AsSpan(0, start);
        var word = LastWord(before, out var attached);
        if (attached)
        {
            return !NumberWords.Contains(word) && !word.EndsWith("nhs", StringComparison.OrdinalIgnoreCase);
        }

        // "asset no. 4…": step over the words that say no more than "number"
        if (NumberWords.Contains(word))
        {
            before = before.TrimEnd(" :#.");
            word = LastWord(before[..^word.Length], out _);
        }

        return OtherNumbers.Contains(word);
    }

    private static string LastWord(ReadOnlySpan<char> text, out bool attached)
    {
        var trimmed = text.TrimEnd(" :#.");
        attached = trimmed.Length == text.Length && !trimmed.IsEmpty && char.IsLetter(trimmed[^1]);
        var start = trimmed.Length;
        while (start > 0 && char.IsLetter(trimmed[start - 1]))
        {
            start--;
        }

        return trimmed[start..].ToString();
    }

    private static bool HasNhsNumber(List<string> chain)
    {
        for (var first = 0; first < chain.Count; first++)
        {
            var telephone = TelephoneGroups(chain, first);
            if (telephone > 0)
            {
                first += telephone - 1;
                continue;
            }

            var digits = chain[first];
            for (var next = first + 1; digits.Length < Length && next < chain.Count; next++)
            {
                digits += chain[next];
            }

            if (digits.Length == Length && IsNhsNumber(digits))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// How many groups from here on make a UK telephone number: an area code with its 0 and 10 or 11 digits in all, or a country code
    /// and the number with or without that 0.
    /// </summary>
    private static int TelephoneGroups(List<string> chain, int first)
    {
        var start = chain[first];
        if (start.Length < 3 || start[0] is not ('0' or '+'))
        {
            return 0;
        }

        var longest = start[0] == '+' ? "+447700900123".Length + 1 : start.StartsWith("0044", StringComparison.Ordinal) ? "00447700900123".Length + 1 : "07700900123".Length;
        var (groups, total) = (0, 0);
        for (var at = first; at < chain.Count && total + chain[at].Length <= longest; at++)
        {
            total += chain[at].Length;
            groups = total >= longest - 1 ? at - first + 1 : groups;
        }

        return groups;
    }

    private static bool IsNhsNumber(string digits)
    {
        if (digits[0] is not ('4' or '6' or '7' or '9'))
        {
            return false;
        }

        var sum = 0;
        for (var at = 0; at < Length - 1; at++)
        {
            sum += (digits[at] - '0') * (Length - at);
        }

        // A remainder that asks for 10 matches no digit: such numbers are never issued
        return (11 - (sum % 11)) % 11 == digits[^1] - '0';
    }
}
