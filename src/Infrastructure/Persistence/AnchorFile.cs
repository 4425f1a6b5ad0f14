using System.Globalization;
using System.Text;
using Champions.Application.Auditing;
using Microsoft.Extensions.Configuration;

namespace Champions.Infrastructure.Persistence;

/// <summary>
/// Configuration key <c>Audit:AnchorFile</c>: one line for each anchor, with day, chain, number, hash and mark. Put it where whoever can
/// change the database cannot reach it.
/// </summary>
internal sealed class AnchorFile(string path) : IAnchorFile
{
    private const string Default = "data/audit-anchors.txt";
    private const int Parts = 5;

    public static AnchorFile From(IConfiguration configuration, string contentRoot) => new(Path.GetFullPath(
        configuration["Audit:AnchorFile"] is { Length: > 0 } named ? named : Default, Path.GetFullPath(contentRoot)));

    public async Task<AnchorLines> ReadAsync(CancellationToken cancellationToken)
    {
        var text = File.Exists(path) ? await File.ReadAllTextAsync(path, cancellationToken) : "";

        // A last line that was never finished counts as not written: the next run of the job writes it whole
        var lines = text.Split('\n')[..^1];
        var anchors = new List<AuditAnchor>(lines.Length);
        var unreadable = new List<int>();
        for (var i = 0; i < lines.Length; i++)
        {
            if (Read(lines[i]) is { } anchor)
            {
                anchors.Add(anchor);
            }
            else
            {
                unreadable.Add(i + 1);
            }
        }

        return new AnchorLines(anchors.ToLookup(a => a.Chain), unreadable);
    }

    public async Task AppendAsync(IReadOnlyCollection<AuditAnchor> anchors, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await using var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        file.Position = EndOfLastLine(file);
        file.SetLength(file.Position);
        await file.WriteAsync(Encoding.ASCII.GetBytes(string.Concat(anchors.Select(Line))), cancellationToken);
        file.Flush(flushToDisk: true);
    }

    private static long EndOfLastLine(FileStream file)
    {
        var end = file.Length;
        for (; end > 0; end--)
        {
            file.Position = end - 1;
            if (file.ReadByte() == '\n')
            {
                break;
            }
        }

        return end;
    }

    private static string Line(AuditAnchor anchor) => string.Create(
        CultureInfo.InvariantCulture,
        $"{anchor.Day:yyyy-MM-dd} {anchor.Chain} {anchor.Number} {Convert.ToHexStringLower(anchor.Hash)} {Convert.ToHexStringLower(anchor.Mark)}\n");

    private static AuditAnchor? Read(string line)
    {
        var parts = line.Split(' ');
        return parts.Length == Parts
            && DateOnly.TryParseExact(parts[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && Guid.TryParseExact(parts[1], "D", out var chain)
            && long.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && Bytes(parts[3]) is { } hash
            && Bytes(parts[4]) is { } mark
            ? new AuditAnchor(chain, day, number, hash, mark)
            : null;
    }

    private static byte[]? Bytes(string text) =>
        text.Length == 2 * AuditEntry.HashBytes && text.All(c => char.IsAsciiDigit(c) || c is >= 'a' and <= 'f') ? Convert.FromHexString(text) : null;
}
