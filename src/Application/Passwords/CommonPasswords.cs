using System.IO.Compression;

namespace Champions.Application.Passwords;

/// <summary>Passwords that many people use and attackers try first, read once when the first is asked about.</summary>
internal static class CommonPasswords
{
    private const string File = "Champions.Application.Passwords.common-passwords.txt.gz";

    private static readonly Lazy<HashSet<string>> All = new(Read);

    public static int Count => All.Value.Count;

    /// <param name="password">In lower case.</param>
    public static bool Contains(string password) => All.Value.Contains(password);

    private static HashSet<string> Read()
    {
        using var file = typeof(CommonPasswords).Assembly.GetManifestResourceStream(File)
            ?? throw new InvalidOperationException($"{File} is not in the program.");
        using var reader = new StreamReader(new GZipStream(file, CompressionMode.Decompress));
        var all = new HashSet<string>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            all.Add(line);
        }

        return all;
    }
}
