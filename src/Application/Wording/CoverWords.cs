using Champions.Application.Coverage;
using Champions.Application.Time;

namespace Champions.Application.Wording;

/// <summary>How well a ward is looked after, as people read it.</summary>
public static class CoverWords
{
    /// <summary>What the tag "Thin" says.</summary>
    public const string ThinMeans = "Thin means that one person alone covers the ward.";

    public static string Of(Cover cover) => cover switch
    {
        Cover.None => "No champion",
        Cover.Thin => "Thin",
        Cover.Covered => "Covered",
        _ => throw new ArgumentOutOfRangeException(nameof(cover), cover, "A cover without words."),
    };

    /// <summary>What the ward has once somebody has gone: "Maple Ward will have no champion from Wednesday 25 November 2026."</summary>
    public static string After(string ward, CoverWithout cover) => cover switch
    {
        { Others: > 0 } => $"{ward} will have {UkFormat.Count(cover.Others, "champion")} from {UkFormat.Date(cover.Day)}.",
        { NextFrom: { } next } => $"{ward} will have no champion from {UkFormat.Date(cover.Day)} to {UkFormat.Date(next.AddDays(-1))}.",
        _ => $"{ward} will have no champion from {UkFormat.Date(cover.Day)}.",
    };
}
