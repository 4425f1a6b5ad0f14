namespace Champions.Application.Time;

/// <summary>What a wall-clock time in the UK stands for on a given day.</summary>
public enum UkTimeKind
{
    /// <summary>The time happens once: every time but two hours of the year.</summary>
    HappensOnce,

    /// <summary>The clocks go back over it; the first of the two is meant unless somebody says otherwise.</summary>
    HappensTwice,

    /// <summary>The clocks go forward over it: there is no such time that day.</summary>
    DoesNotExist,
}
