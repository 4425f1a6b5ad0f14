namespace Champions.Application.Coverage;

/// <summary>How well a ward is looked after on a day.</summary>
public enum Cover
{
    /// <summary>Nobody.</summary>
    None,

    /// <summary>Hangs on one person.</summary>
    Thin,

    /// <summary>Two champions or more.</summary>
    Covered,
}

public static class Covers
{
    public const int CoveredFrom = 2;

    public static Cover Of(int champions) => champions switch
    {
        >= CoveredFrom => Cover.Covered,
        > 0 => Cover.Thin,
        _ => Cover.None,
    };
}
