using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;

namespace Champions.Infrastructure.Persistence;

/// <summary>Configuration key <c>Audit:KeyFile</c>: where the secret of the audit trail is kept. All nodes need the same file.</summary>
internal static class AuditKeyFile
{
    private const string Default = "data/audit.key";
    private const int KeyBytes = 32;

    /// <summary>Reads the key, or makes one where there is none yet.</summary>
    /// <exception cref="StartRefusedException">The file cannot be used.</exception>
    public static AuditKey Open(IConfiguration configuration, string contentRoot)
    {
        var path = Path.GetFullPath(configuration["Audit:KeyFile"] is { Length: > 0 } named ? named : Default, Path.GetFullPath(contentRoot));
        try
        {
            if (!File.Exists(path))
            {
                Make(path);
            }

            var key = Convert.FromBase64String(File.ReadAllText(path).Trim());
            return key.Length == KeyBytes ? new AuditKey(key) : throw Unusable(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or FormatException)
        {
            throw Unusable(path);
        }
    }

    private static void Make(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var unfinished = $"{path}.{Environment.ProcessId}";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var writer = new StreamWriter(unfinished, options))
        {
            writer.WriteLine(Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyBytes)));
        }

        try
        {
            File.Move(unfinished, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another process was first: its key counts
            File.Delete(unfinished);
        }
    }

    private static StartRefusedException Unusable(string path) =>
        new($"The key of the audit trail in {path} cannot be used. Put the file back that was there before, or set Audit:KeyFile.");
}
