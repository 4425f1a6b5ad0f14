using Champions.Domain.Common;

namespace Champions.Application.Lists;

/// <summary>What somebody typed into a search box: each word must be found, in any order.</summary>
/// <param name="Typed">As typed. SQLite folds only the letters A to Z, so "Élodie" is found by its own spelling.</param>
/// <param name="Lower">In small letters, for everything else.</param>
public readonly record struct SearchWord(string Typed, string Lower)
{
    public const int MaxLength = 80;
    private const int MaxWords = 6;

    public static IEnumerable<SearchWord> In(string? typed) =>
        (Text.Tidy(typed) ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Take(MaxWords)
            .Select(word => new SearchWord(word, word.ToLowerInvariant()));
}
