using Champions.Domain.SupportSessions;

namespace Champions.Application.Wording;

/// <summary>Who did the task in the end, as people read it.</summary>
public static class DoneByWords
{
    public static string Of(DoneBy doneBy) => doneBy switch
    {
        DoneBy.LearnerDidIt => "They did it themselves",
        DoneBy.DoneTogether => "We did it together",
        DoneBy.DoneForThem => "I did it for them",
        _ => throw new ArgumentOutOfRangeException(nameof(doneBy), doneBy, "A way of doing it without words."),
    };
}
