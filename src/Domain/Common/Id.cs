namespace Champions.Domain.Common;

/// <summary>An id of whatever kind.</summary>
public interface IId
{
    Guid Value { get; }
}

/// <summary>An id of one kind of aggregate: a version 7 GUID that cannot be mixed up with another kind's.</summary>
public interface IId<TSelf> : IId where TSelf : struct, IId<TSelf>
{
    static abstract TSelf From(Guid value);
}

/// <summary>Makes ids whose order is the order of their making.</summary>
public static class Id
{
    /// <param name="now">The instant of the command that makes the row.</param>
    public static TId New<TId>(DateTimeOffset now) where TId : struct, IId<TId> => TId.From(Guid.CreateVersion7(now));

    /// <summary>For expression trees, which cannot call a static interface member themselves.</summary>
    public static TId Of<TId>(Guid value) where TId : struct, IId<TId> => TId.From(value);
}
