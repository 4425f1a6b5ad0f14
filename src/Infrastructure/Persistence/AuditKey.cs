using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Champions.Application.Auditing;

namespace Champions.Infrastructure.Persistence;

/// <summary>HMAC-SHA256 over every value in an order and form of its own. Read from its file when it is first needed, after the check at start.</summary>
internal sealed class AuditKey(Func<byte[]> read) : IAuditSeal
{
    private readonly Lazy<byte[]> key = new(read);

    public byte[] HashOf(AuditEntry row, long number, ReadOnlySpan<byte> before)
    {
        var bytes = new ArrayBufferWriter<byte>(512);
        Append(bytes, "row");
        Append(bytes, before);
        Append(bytes, row.Chain);
        Append(bytes, number);
        Append(bytes, row.TrustId?.Value);
        Append(bytes, row.At.UtcTicks);
        Append(bytes, row.AccountId?.Value);
        Append(bytes, row.Network);
        Append(bytes, row.Entity);
        Append(bytes, row.EntityId);
        Append(bytes, row.Action);
        Append(bytes, row.Changes);
        return Hash(bytes);
    }

    public byte[] MarkOf(Guid chain, long number, ReadOnlySpan<byte> hash)
    {
        var bytes = new ArrayBufferWriter<byte>(128);
        Append(bytes, "end");
        Append(bytes, chain);
        Append(bytes, number);
        Append(bytes, hash);
        return Hash(bytes);
    }

    /// <summary>A key for something else that must not be found in the database; it tells nothing about this one.</summary>
    public byte[] KeyFor(string purpose) => HKDF.DeriveKey(HashAlgorithmName.SHA256, key.Value, 32, info: Encoding.UTF8.GetBytes(purpose));

    public byte[] MarkOf(Guid chain, DateOnly day, long number, ReadOnlySpan<byte> hash)
    {
        var bytes = new ArrayBufferWriter<byte>(128);
        Append(bytes, "anchor");
        Append(bytes, chain);
        Append(bytes, (long)day.DayNumber);
        Append(bytes, number);
        Append(bytes, hash);
        return Hash(bytes);
    }

    /// <summary>Whether the end of a chain was written with this key.</summary>
    public bool Fits(AuditChain end) => CryptographicOperations.FixedTimeEquals(end.Mark, MarkOf(end.Id, end.Number, end.Hash));

    private byte[] Hash(ArrayBufferWriter<byte> bytes) => HMACSHA256.HashData(key.Value, bytes.WrittenSpan);

    private static void Append(ArrayBufferWriter<byte> to, string? text)
    {
        if (text is null)
        {
            Append(to, -1);
            return;
        }

        var length = Encoding.UTF8.GetByteCount(text);
        Append(to, length);
        to.Advance(Encoding.UTF8.GetBytes(text, to.GetSpan(length)));
    }

    private static void Append(ArrayBufferWriter<byte> to, Guid? id)
    {
        if (id is not { } value)
        {
            Append(to, -1);
            return;
        }

        Span<byte> bytes = stackalloc byte[16];
        value.TryWriteBytes(bytes, bigEndian: true, out _);
        Append(to, bytes);
    }

    private static void Append(ArrayBufferWriter<byte> to, long number)
    {
        BinaryPrimitives.WriteInt64BigEndian(to.GetSpan(sizeof(long)), number);
        to.Advance(sizeof(long));
    }

    /// <summary>With its length in front, so that no two rows run together to the same bytes; nothing has the length -1.</summary>
    private static void Append(ArrayBufferWriter<byte> to, ReadOnlySpan<byte> bytes)
    {
        Append(to, (long)bytes.Length);
        to.Write(bytes);
    }
}
