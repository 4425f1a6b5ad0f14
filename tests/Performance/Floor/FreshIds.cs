using System.Text.RegularExpressions;
using Champions.Infrastructure.Persistence.Conversions;

namespace Champions.Performance.Floor;

/// <summary>
/// Turns the values of one recorded write into those of the next: ids that the write made become new ones, ids and
/// five-minute units that it was given become those of another slot and person. Everything else stays, byte for byte.
/// </summary>
internal sealed partial class FreshIds(DateTimeOffset recordedAt, IReadOnlyDictionary<Guid, Guid> given, int firstQuantum, int quanta, int quantaLater)
{
    private readonly Dictionary<Guid, Guid> ids = new(given);

    public object? Change(object? value) => value switch
    {
        Guid id => Of(id),
        byte[] { Length: 16 } bytes => GuidToBytes.Write(Of(GuidToBytes.Read(bytes))),
        string text when text.Length >= 32 => Ids().Replace(text, match => Written(match.Value)),
        int quantum when IsQuantum(quantum) => quantum + quantaLater,
        long quantum when IsQuantum(quantum) => quantum + quantaLater,
        _ => value,
    };

    private bool IsQuantum(long value) => value >= firstQuantum && value < firstQuantum + quanta;

    private Guid Of(Guid id)
    {
        if (ids.TryGetValue(id, out var known))
        {
            return known;
        }

        if (id.Version != 7 || MillisecondsOf(id) < recordedAt.ToUnixTimeMilliseconds())
        {
            return id;
        }

        return ids[id] = Guid.CreateVersion7();
    }

    private string Written(string text)
    {
        var format = text.Contains('-', StringComparison.Ordinal) ? "D" : "N";
        return Guid.TryParseExact(text, format, out var id) ? Of(id).ToString(format) : text;
    }

    private static long MillisecondsOf(Guid id)
    {
        var bytes = id.ToByteArray(bigEndian: true);
        return ((long)bytes[0] << 40) | ((long)bytes[1] << 32) | ((long)bytes[2] << 24) | ((long)bytes[3] << 16) | ((long)bytes[4] << 8) | bytes[5];
    }

    [GeneratedRegex("[0-9a-f]{32}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", RegexOptions.None, 1000)]
    private static partial Regex Ids();
}
