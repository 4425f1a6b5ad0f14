namespace Champions.Application.HelpSlots;

/// <summary>The claimed time of every trust, for the jobs that look after it.</summary>
public interface IClaimedTime
{
    /// <summary>Deletes claims that lie before an instant, a day of claims at a time so that nobody waits long.</summary>
    /// <returns>How many there were.</returns>
    Task<int> DeleteBeforeAsync(DateTimeOffset instant, CancellationToken cancellationToken);

    /// <summary>Compares the claims with the offered times and live bookings that start after an instant.</summary>
    /// <returns>Every slot and booking whose claims are not exactly its minutes; empty when all is well.</returns>
    Task<IReadOnlyList<ClaimDifference>> CompareAsync(DateTimeOffset instant, CancellationToken cancellationToken);
}

/// <summary>A slot or a booking whose claims are not what they should be.</summary>
/// <param name="Claimant">"slot" or "booking".</param>
/// <param name="Id">Which one.</param>
/// <param name="Wanted">Five-minute units it should claim; 0 when it was cancelled.</param>
/// <param name="Found">Five-minute units that name it.</param>
public sealed record ClaimDifference(string Claimant, Guid Id, int Wanted, int Found)
{
    public override string ToString() => (Wanted, Found) switch
    {
        (0, _) => $"{Claimant} {Id} is cancelled and still claims time",
        var (wanted, found) when wanted == found => $"{Claimant} {Id} claims other minutes than its own",
        _ => $"{Claimant} {Id} has {Found} of {Wanted} claims",
    };
}
