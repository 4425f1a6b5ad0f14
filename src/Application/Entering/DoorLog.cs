using Champions.Application.Abstractions;
using Champions.Domain.Common;
using Microsoft.Extensions.Logging;

namespace Champions.Application.Entering;

/// <summary>
/// Tells the operator's log of log-ins that failed: in which way, whose account when it is known, from which network, and what was wrong.
/// What was typed never comes here.
/// </summary>
public sealed partial class DoorLog(ILogger<DoorLog> logger, CurrentActor current)
{
    public const string SecondFactor = "SecondFactor";
    public const string EmailLink = "EmailLink";
    public const string SetUpCode = "SetUpCode";

    /// <param name="way">Name of a <see cref="SignInMethod"/>, or one of the names here.</param>
    /// <param name="account">Null when nobody's account was found.</param>
    /// <param name="error">What the person is told, which comes back to be returned.</param>
    public Error Failed(string way, AccountId? account, Error error)
    {
        Failed(way, account, error.Code);
        return error;
    }

    /// <inheritdoc cref="Failed(string, AccountId?, Error)"/>
    /// <param name="kind">What was wrong, in a word of the program.</param>
    public void Failed(string way, AccountId? account, string kind) =>
        LogInFailed(logger, way, account?.Value.ToString() ?? "unknown", current.Network ?? "nowhere", kind);

    [LoggerMessage(EventId = 3101, Level = LogLevel.Warning, Message = "Log-in by {Way} failed: {Kind}, account {Account}, network {Network}")]
    private static partial void LogInFailed(ILogger logger, string way, string account, string network, string kind);
}
