using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Champions.Application.Auditing;

namespace Champions.Infrastructure.Persistence;

/// <summary>
/// The secret that chains audit rows. It is kept outside the database: whoever can change the database alone cannot make a chain that
/// holds.
/// </summary>
internal sealed class AuditKey(byte[] key)
{
    /// <summary>The hash of a row that comes after a row with the hash <paramref name="before"/>.</summary>
    public byte[] HashOf(AuditEntry row, ReadOnlySpan<byte> before)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        hash.AppendData(before);
        Append(hash, row.Id.ToByteArray(bigEndian: true));
        Append(hash, row.Chain.ToByteArray(bigEndian: true));
        Append(hash, row.Number);
        Append(hash, row.At.UtcTicks / TimeSpan.TicksPerMicrosecond);
        Append(hash, row.AccountId?.Value.ToByteArray(bigEndian: true) ?? []);
        Append(hash, row.Network);
        Append(hash, row.Entity);
        Append(hash, row.EntityId);
        Append(hash, row.Action);
        Append(hash, row.Changes);
        return hash.GetHashAndReset();
    }

    /// <summary>The mark of an anchor, so that nobody without the key can set one.</summary>
    public byte[] MarkOf(Guid chain, DateOnly day, long number, ReadOnlySpan<byte> end)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        Append(hash, "anchor");
        Append(hash, chain.ToByteArray(bigEndian: true));
        Append(hash, day.DayNumber);
        Append(hash, number);
        hash.AppendData(end);
        return hash.GetHashAndReset();
    }

    private static void Append(IncrementalHash hash, string? text) => Append(hash, text is null ? [] : Encoding.UTF8.GetBytes(text));

    private static void Append(IncrementalHash hash, long number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        hash.AppendData(bytes);
    }

    /// <summary>With its length in front, so that no two rows run together to the same bytes.</summary>
    private static void Append(IncrementalHash hash, byte[] bytes)
    {
        Append(hash, bytes.LongLength);
        hash.AppendData(bytes);
    }
}
