using Barrier = Champions.Domain.SupportSessions.Barrier;

namespace Champions.Application.Wording;

/// <summary>What stood in the way, as people read it.</summary>
public static class BarrierWords
{
    public static string Of(Barrier barrier) => barrier switch
    {
        Barrier.NoDevice => "No device to hand",
        Barrier.SharedDevice => "Shared device was in use",
        Barrier.LoginOrAccess => "Log-in or access",
        Barrier.Connectivity => "Wi-Fi or connection",
        Barrier.NoTime => "Not enough time",
        Barrier.Skills => "Skills not learned yet",
        Barrier.Confidence => "Confidence",
        Barrier.Motivation => "Does not see the benefit yet",
        Barrier.TrustOrSecurity => "Worry about security or being watched",
        Barrier.Accessibility => "Accessibility needs",
        Barrier.NoSupportAvailable => "No support when it was needed",
        Barrier.SystemFault => "Fault in the system",
        _ => throw new ArgumentOutOfRangeException(nameof(barrier), barrier, "A barrier without words."),
    };
}
