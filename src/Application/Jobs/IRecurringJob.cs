namespace Champions.Application.Jobs;

/// <summary>
/// Work done again and again, by whichever engine ticks. What is due stands in our tables, so a run that is lost, doubled or
/// late costs time only. Implementations are made in a scope of their own with no actor.
/// </summary>
public interface IRecurringJob
{
    /// <param name="cancellationToken">Asks the job to stop at the next safe point.</param>
    /// <returns>What it did in a few words, for the page of jobs; null when there was nothing to do.</returns>
    /// <exception cref="JobFailedException">It found something wrong; the message becomes the detail of a failed run.</exception>
    Task<string?> RunAsync(CancellationToken cancellationToken);
}
