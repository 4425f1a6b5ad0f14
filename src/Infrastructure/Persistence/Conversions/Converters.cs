using Champions.Domain.Common;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Champions.Infrastructure.Persistence.Conversions;

/// <summary>PostgreSQL: an id is its <c>uuid</c>.</summary>
internal sealed class IdToGuid<TId>() : ValueConverter<TId, Guid>(id => id.Value, value => Id.Of<TId>(value))
    where TId : struct, IId<TId>;

/// <summary>SQLite: an id is 16 bytes in big-endian order, so that version 7 ids sort by time and pages fill in order.</summary>
internal sealed class IdToBytes<TId>() : ValueConverter<TId, byte[]>(
    id => GuidToBytes.Write(id.Value), value => Id.Of<TId>(GuidToBytes.Read(value)))
    where TId : struct, IId<TId>;

/// <summary>SQLite: a GUID is 16 bytes in big-endian order.</summary>
internal sealed class GuidToBytes() : ValueConverter<Guid, byte[]>(value => Write(value), value => Read(value))
{
    public static byte[] Write(Guid value) => value.ToByteArray(bigEndian: true);

    public static Guid Read(byte[] value) => new(value, bigEndian: true);
}

/// <summary>SQLite: an instant is its UTC ticks, because SQLite cannot sort offsets.</summary>
internal sealed class InstantToTicks() : ValueConverter<DateTimeOffset, long>(
    value => value.UtcTicks, value => new DateTimeOffset(value, TimeSpan.Zero));

/// <summary>PostgreSQL: an instant is always written with offset zero, as <c>timestamptz</c> demands.</summary>
internal sealed class InstantToUtc() : ValueConverter<DateTimeOffset, DateTimeOffset>(
    value => value.ToUniversalTime(), value => value);
