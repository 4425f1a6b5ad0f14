namespace Champions.TestSupport;

/// <summary>Finds the files of the repository from wherever the tests were built to.</summary>
public static class Repository
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Champions.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The tests must be built inside the repository: Champions.sln was not found above them.");
    }
}
