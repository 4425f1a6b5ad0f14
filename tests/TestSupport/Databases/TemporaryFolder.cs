namespace Champions.TestSupport.Databases;

/// <summary>A folder of this test process; gone when the process ends.</summary>
internal static class TemporaryFolder
{
    private static readonly Lazy<string> Root = new(() =>
    {
        var folder = Directory.CreateTempSubdirectory("champions-tests-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Delete(folder);
        return folder;
    });

    private static int count;

    public static string Create()
    {
        var folder = Path.Combine(Root.Value, Interlocked.Increment(ref count).ToString());
        Directory.CreateDirectory(folder);
        return folder;
    }

    public static void Delete(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (IOException)
        {
            // A file still open somewhere: the process end takes it away, and no test may fail for it.
        }
    }
}
