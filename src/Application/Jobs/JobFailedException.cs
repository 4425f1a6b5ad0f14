namespace Champions.Application.Jobs;

/// <summary>
/// Thrown by a job that did its work and found that something is wrong. The run counts as failed, and its detail is the message:
/// ids, counts and times only, never a name or what a person typed.
/// </summary>
public sealed class JobFailedException(string detail) : Exception(detail);
