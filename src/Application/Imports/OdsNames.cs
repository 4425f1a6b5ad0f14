using System.Text;
using System.Text.RegularExpressions;

namespace Champions.Application.Imports;

/// <summary>Names as people write them, from the capitals of the Organisation Data Service.</summary>
public static partial class OdsNames
{
    /// <summary>Initials with a vowel in them, which would pass for words. Those without one are told by that.</summary>
    private static readonly HashSet<string> Initials = new(StringComparer.Ordinal)
    {
        "AAU", "AIRS", "AMH", "AMU", "BMI", "CAMHS", "CAS", "COC", "CUH", "ECH", "ED", "EAS", "EICO", "EK", "EMH", "EMI", "EMSI", "ENT", "EPACT", "EPD",
        "EPMA", "GOSH", "GU", "GUM", "HDU", "HOB", "ICU", "IPU", "ITU", "MAU", "MHU", "MIU", "MSU", "NICU", "OAHTT", "OP", "OPD", "OPMH", "OT", "PAU",
        "PCAS", "PICU", "QEQM", "RAID", "RCIU", "RLUH", "RUH", "RVI", "SAU", "STARRS", "UCH", "UCLH", "UDH", "UHS", "UTC", "YG", "AWP", "CYPS",
    };

    private static readonly HashSet<string> RomanNumerals = new(StringComparer.Ordinal) { "II", "III", "IV", "VI", "VII", "VIII", "IX", "XI", "XII", "XIV", "XVI" };

    /// <summary>Words and abbreviations without a vowel that are not initials.</summary>
    private static readonly HashSet<string> NotInitials = new(StringComparer.Ordinal)
    {
        "ST", "STS", "DR", "MR", "MRS", "LTD", "HSPT", "MT", "CLWD", "CWM", "SQ", "PK", "GRN", "HTS", "CTR", "NTH", "STH", "NR", "NRTH",
    };

    private static readonly HashSet<string> SmallWords = new(StringComparer.Ordinal)
    {
        "AND", "AT", "BY", "FOR", "FROM", "IN", "LE", "OF", "ON", "OR", "THE", "TO", "UNDER", "UPON", "WITH",
    };

    /// <summary>The name in words. A name that already has a small letter was typed by a person and only loses needless spaces.</summary>
    public static string ToDisplay(string name)
    {
        var tidy = Spaces().Replace(name.Trim(), " ");
        return tidy.Any(char.IsLower) ? tidy : Word().Replace(tidy, match => InContext(tidy, match));
    }

    private static string InContext(string name, Match word)
    {
        if (!SmallWords.Contains(word.Value))
        {
            return Cased(word.Value);
        }

        // "Chester-le-Street", "Walk-in Centre"; but "Hospital - The Lodge", "Hospital (The Cabin)"
        var before = name.AsSpan(0, word.Index);
        var joined = before.Length > 1 && before[^1] == '-' && char.IsLetterOrDigit(before[^2]);
        var last = before.TrimEnd();
        var begins = last.IsEmpty || "(-:/@.\"".Contains(last[^1], StringComparison.Ordinal);
        return begins && !joined ? Cased(word.Value) : word.Value.ToLowerInvariant();
    }

    private static string Cased(string word)
    {
        if (Ordinal().IsMatch(word))
        {
            return word.ToLowerInvariant();
        }

        if (IsKept(word))
        {
            return word;
        }

        var apostrophe = word.IndexOfAny(['\'', '’']);
        if (apostrophe < 0)
        {
            return Titled(word);
        }

        // "O'Connell", "W'Borne"; "Mary's", "Thomas'"
        var after = word[(apostrophe + 1)..];
        return (apostrophe == 1 ? word[..1] : Cased(word[..apostrophe])) + word[apostrophe] + (apostrophe == 1 ? Titled(after) : after.ToLowerInvariant());
    }

    /// <summary>Initials, ward labels such as 7B and J3, roman numerals, A&amp;E and G.B. stay in capitals.</summary>
    private static bool IsKept(string word)
    {
        var bare = word.TrimEnd('.');
        var letters = bare.Count(char.IsLetter);
        return Initials.Contains(bare)
            || RomanNumerals.Contains(bare)
            || letters <= 1
            || (letters <= 4 && bare.Any(char.IsDigit))
            || SingleLetters().IsMatch(bare)
            || (letters <= 5 && bare.All(char.IsAsciiLetterUpper) && !bare.AsSpan().ContainsAny("AEIOUY") && !NotInitials.Contains(bare));
    }

    private static string Titled(string word)
    {
        if (word.Length == 0)
        {
            return word;
        }

        var titled = new StringBuilder(word.ToLowerInvariant());
        titled[0] = word[0];
        if (word.Length > 4 && word.StartsWith("MC", StringComparison.Ordinal))
        {
            titled[2] = word[2];
        }

        return titled.ToString();
    }

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"[\p{L}\p{Nd}][\p{L}\p{Nd}'’]*(?:&[\p{L}\p{Nd}]+|\.\p{L}(?!\p{L}))*\.?", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();

    [GeneratedRegex(@"^[0-9]+(?:ST|ND|RD|TH)\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Ordinal();

    [GeneratedRegex(@"^\p{L}{1,2}(?:[&.]\p{L}{1,2})+\.?\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SingleLetters();
}
