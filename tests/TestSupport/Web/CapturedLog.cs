using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Champions.TestSupport.Web;

/// <summary>Keeps what the program under test logs, with the stacks of its faults.</summary>
/// <param name="least">Lesser lines are not kept.</param>
public sealed class CapturedLog(LogLevel least) : ILoggerProvider, ILogger
{
    public ConcurrentQueue<string> Lines { get; } = new();

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= least;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
        {
            Lines.Enqueue($"{formatter(state, exception)} {exception}");
        }
    }

    public void Dispose()
    {
    }
}
