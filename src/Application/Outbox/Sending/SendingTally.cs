using Champions.Application.Time;

namespace Champions.Application.Outbox.Sending;

/// <summary>What one run did, counted by several senders at once.</summary>
internal sealed class SendingTally
{
    private int sent;
    private int later;
    private int failed;
    private int trouble;

    /// <summary>The relay itself failed in this run, whatever the emails.</summary>
    public bool MetTrouble => Volatile.Read(ref trouble) > 0;

    public void Sent() => Interlocked.Increment(ref sent);

    public void Later() => Interlocked.Increment(ref later);

    public void Failed() => Interlocked.Increment(ref failed);

    public void Trouble() => Interlocked.Increment(ref trouble);

    /// <summary>"3 sent, 1 put off", or null when nothing happened.</summary>
    public string? Words(Dropped dropped, int recovered)
    {
        (int Count, string Word)[] words =
        [
            (sent, "sent"),
            (later, "put off"),
            (failed, "failed"),
            (dropped.Superseded, "no longer needed"),
            (dropped.TooLate, "too late"),
            (recovered, "taken over from a sender that stopped"),
        ];
        var said = string.Join(", ", words.Where(w => w.Count > 0).Select(w => $"{UkFormat.Number(w.Count)} {w.Word}"));
        return said.Length == 0 ? null : said;
    }
}
