using Champions.Application.Reminders;
using Microsoft.Extensions.Logging;

namespace Champions.Application.Outbox.Sending;

public sealed partial class SendDueEmails
{
    [LoggerMessage(1, LogLevel.Warning, "{Count} emails were put back in the queue: the process that was sending them is gone")]
    private partial void LogRecovered(int count);

    [LoggerMessage(2, LogLevel.Error, "Email {Email} for {Reason} could not be written: {Fault}")]
    private partial void LogPoison(Guid email, ReminderReason reason, string? fault);

    [LoggerMessage(3, LogLevel.Error, "The transport failed over email {Email}: {Fault}")]
    private partial void LogTransportFault(Guid email, string? fault);

    [LoggerMessage(4, LogLevel.Error, "The relay cannot be reached, emails wait: {Reply}")]
    private partial void LogDown(string reply);

    [LoggerMessage(5, LogLevel.Critical, "Sending has stopped, somebody has to look: {Reply}")]
    private partial void LogStopped(string reply);

    [LoggerMessage(6, LogLevel.Information, "The relay takes emails again")]
    private partial void LogWorksAgain();

    [LoggerMessage(7, LogLevel.Warning, "Email {Email} was taken over by another sender before it could be marked {State}")]
    private partial void LogLeaseLost(Guid email, OutboxState state);

    [LoggerMessage(9, LogLevel.Error, "This machine's clock was set: nothing is given up as too late until it has gone steadily for a while")]
    private partial void LogClockSet();

    [LoggerMessage(10, LogLevel.Error, "Email {Email} for {Reason} could not be written yet: {Fault}")]
    private partial void LogNotWrittenYet(Guid email, ReminderReason reason, string? fault);

    [LoggerMessage(8, LogLevel.Error, "What became of email {Email} could not be stored: {Fault}")]
    private partial void LogNotFinished(Guid email, string? fault);

    [LoggerMessage(11, LogLevel.Error, "The queue could not be tidied while emails were leaving: {Fault}")]
    private partial void LogNotTidied(string? fault);
}
