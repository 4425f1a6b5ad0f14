namespace Champions.Domain.Common;

/// <summary>Which kind of answer an error becomes: 404, 409, 403, 429 or the form again with a message.</summary>
public enum ErrorKind
{
    Invalid,
    NotFound,
    Conflict,
    Forbidden,

    /// <summary>Asked too often, or too much at once: later it works.</summary>
    TooMany,
}

/// <summary>A broken rule, named, with the words a person reads.</summary>
/// <param name="Code">Stable name of the rule, for example <c>HelpSlot.AlreadyTaken</c>.</param>
/// <param name="Message">What happened and what to do, in plain words.</param>
/// <param name="Kind">How the answer is given.</param>
public sealed record Error(string Code, string Message, ErrorKind Kind)
{
    /// <summary>With <see cref="ErrorKind.TooMany"/>: after how long it is worth trying again.</summary>
    public TimeSpan? Wait { get; init; }

    public static Error Invalid(string code, string message) => new(code, message, ErrorKind.Invalid);

    public static Error NotFound(string code, string message) => new(code, message, ErrorKind.NotFound);

    public static Error Conflict(string code, string message) => new(code, message, ErrorKind.Conflict);

    public static Error Forbidden(string code, string message) => new(code, message, ErrorKind.Forbidden);

    public static Error TooMany(string code, string message) => new(code, message, ErrorKind.TooMany);
}
