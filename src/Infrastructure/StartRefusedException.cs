namespace Champions.Infrastructure;

/// <summary>The program cannot start as it is set up; the message is the one sentence the operator reads.</summary>
public sealed class StartRefusedException(string message) : Exception(message);
