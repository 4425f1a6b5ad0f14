using Champions.Domain.SupportSessions;

namespace Champions.Application.Wording;

/// <summary>What sort of help it was, as people read it.</summary>
public static class SupportKindWords
{
    public static string Of(SupportKind kind) => kind switch
    {
        SupportKind.Signposting => "Told them where to find help",
        SupportKind.HandsOn => "Hands-on help with a task",
        SupportKind.Tuition => "Taught how to do it",
        SupportKind.Advice => "Advice",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A kind of help without words."),
    };
}
