using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Champions.Performance.Floor;

/// <summary>
/// Listens to the product's own use cases and keeps what they ask the database, so that the floor reads and writes exactly
/// the same rows, today and after the next change.
/// </summary>
internal sealed class StatementRecorder : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly List<IDisposable> subscriptions = [];
    private List<RecordedStatement>? recording;

    public StatementRecorder() => subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));

    public async Task<IReadOnlyList<RecordedStatement>> RecordAsync(Func<Task> act)
    {
        var statements = recording = [];
        try
        {
            await act();
        }
        finally
        {
            recording = null;
        }

        return statements;
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "Microsoft.EntityFrameworkCore")
        {
            subscriptions.Add(value.Subscribe(this));
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key == RelationalEventId.CommandExecuting.Name && value.Value is CommandEventData data)
        {
            recording?.Add(RecordedStatement.Of(data.Command));
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose() => subscriptions.ForEach(s => s.Dispose());
}
