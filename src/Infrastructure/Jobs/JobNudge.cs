using Champions.Application.Abstractions;

namespace Champions.Infrastructure.Jobs;

/// <summary>Within this process: any number of nudges before somebody waits are remembered as one.</summary>
internal sealed class JobNudge : IJobNudge, IDisposable
{
    private readonly SemaphoreSlim gate = new(0, 1);
    private readonly Lock nudging = new();

    public void Nudge()
    {
        lock (nudging)
        {
            if (gate.CurrentCount == 0)
            {
                gate.Release();
            }
        }
    }

    public Task WaitAsync(TimeSpan timeout, CancellationToken cancellationToken) => gate.WaitAsync(timeout, cancellationToken);

    public void Dispose() => gate.Dispose();
}
