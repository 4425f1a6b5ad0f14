namespace Champions.Application.Abstractions;

/// <summary>Wakes the sender after a commit. Losing a nudge costs seconds, never an email.</summary>
public interface IJobNudge
{
    void Nudge();

    /// <summary>Ends at the next nudge or after <paramref name="timeout"/>, whichever comes first.</summary>
    Task WaitAsync(TimeSpan timeout, CancellationToken cancellationToken);
}
