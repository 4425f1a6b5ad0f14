namespace Champions.Application.Coverage;

/// <summary>Where an assignment stands on a day; it follows from its days and is never stored.</summary>
public enum AssignmentStand
{
    ToCome,
    Current,
    Past,

    /// <summary>Ended before it began.</summary>
    CalledOff,
}

public static class AssignmentStands
{
    public static AssignmentStand Of(DateOnly from, DateOnly? until, DateOnly today) => (from, until) switch
    {
        _ when until < from => AssignmentStand.CalledOff,
        _ when from > today => AssignmentStand.ToCome,
        _ when until < today => AssignmentStand.Past,
        _ => AssignmentStand.Current,
    };
}
