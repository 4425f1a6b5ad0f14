namespace Champions.TestSupport;

/// <summary>Waits for what happens by itself, as short as it takes.</summary>
public static class Poll
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static Task UntilAsync(Func<bool> happened, string what, TimeSpan? patience = null) =>
        UntilAsync(() => Task.FromResult(happened()), what, patience);

    /// <param name="happened">Asked again and again.</param>
    /// <param name="what">Completes "Waited in vain until …".</param>
    /// <param name="patience">Half a minute unless told.</param>
    public static async Task UntilAsync(Func<Task<bool>> happened, string what, TimeSpan? patience = null)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (!await happened())
        {
            if (TimeProvider.System.GetElapsedTime(start) > (patience ?? Patience))
            {
                throw new TimeoutException($"Waited in vain until {what}.");
            }

            await Task.Delay(20);
        }
    }
}
