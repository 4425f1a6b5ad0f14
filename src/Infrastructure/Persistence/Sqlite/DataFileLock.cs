namespace Champions.Infrastructure.Persistence.Sqlite;

/// <summary>
/// Held for as long as the process uses the SQLite file; a second process is refused with one sentence. The operating
/// system lets go of it when the process dies, however it dies.
/// </summary>
internal sealed class DataFileLock : IDisposable
{
    private readonly FileStream file;

    private DataFileLock(FileStream file) => this.file = file;

    /// <exception cref="StartRefusedException">Another process holds the file, or the folder cannot be written.</exception>
    public static DataFileLock Take(string databasePath)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(databasePath))!);
            return new DataFileLock(new FileStream(databasePath + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (UnauthorizedAccessException)
        {
            throw new StartRefusedException($"The data folder of {databasePath} cannot be written. Check its owner and rights.");
        }
        catch (IOException)
        {
            throw new StartRefusedException($"Another process already uses {databasePath}. Stop it first, or use PostgreSQL for several processes.");
        }
    }

    public void Dispose() => file.Dispose();
}
