using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;

namespace Champions.Infrastructure.Persistence;

/// <summary>Configuration key <c>Audit:KeyFile</c>: where the secret of the audit trail is kept. All nodes need the same file.</summary>
internal sealed class AuditKeyFile(string path)
{
    private const string Default = "data/audit.key";
    private const int KeyBytes = 32;

    public string Path => path;

    public bool Exists => File.Exists(path);

    public static AuditKeyFile From(IConfiguration configuration, string contentRoot) => new(System.IO.Path.GetFullPath(
        configuration["Audit:KeyFile"] is { Length: > 0 } named ? named : Default, System.IO.Path.GetFullPath(contentRoot)));

    /// <exception cref="StartRefusedException">There is no such file, or it holds no key.</exception>
    public byte[] Read()
    {
        try
        {
            var key = Convert.FromBase64String(File.ReadAllText(path).Trim());
            return key.Length == KeyBytes ? key : throw Unusable();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or FormatException)
        {
            throw Unusable();
        }
    }

    /// <summary>Writes a new key that only the owner of the process can read. Where another process was first, its key counts.</summary>
    /// <exception cref="StartRefusedException">The file cannot be written.</exception>
    public void Make()
    {
        try
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
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
                File.Delete(unfinished);
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException($"The key of the audit trail cannot be written to {path}. Check the folder's owner and rights, or set Audit:KeyFile.");
        }
    }

    private StartRefusedException Unusable() =>
        new($"The key of the audit trail in {path} cannot be used. Put back the file that was there before, or set Audit:KeyFile.");
}
