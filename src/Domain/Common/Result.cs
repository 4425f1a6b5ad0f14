using System.Diagnostics.CodeAnalysis;

namespace Champions.Domain.Common;

/// <summary>Done, or the rule that stopped it. Never half-changed.</summary>
public class Result
{
    private protected Result(Error? error) => Error = error;

    public Error? Error { get; }

    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsSuccess => Error is null;

    public static Result Success { get; } = new(null);

    public static implicit operator Result(Error error) => new(error);
}

/// <summary>The value that was asked for, or the rule that stopped it.</summary>
public sealed class Result<T> : Result
{
    private readonly T? value;

    private Result(T value) : base(null) => this.value = value;

    private Result(Error error) : base(error)
    {
    }

    /// <exception cref="InvalidOperationException">The result is an error: ask <see cref="Result.IsSuccess"/> first.</exception>
    public T Value => IsSuccess ? value! : throw new InvalidOperationException($"No value: {Error.Code}");

    public static implicit operator Result<T>(T value) => new(value);

    public static implicit operator Result<T>(Error error) => new(error);
}
