namespace Champions.Application.Outbox.Planning;

/// <summary>Values of <see cref="OutboxEmail.Priority"/>. Digests go after everything else; the rest goes by appointment.</summary>
internal static class EmailPriority
{
    /// <summary>Somebody is waiting at the log-in page.</summary>
    public const int SignIn = 0;

    public const int Change = 1;
    public const int Reminder = 2;
    public const int Digest = 3;
}
