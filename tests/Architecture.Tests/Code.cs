using System.Reflection;
using System.Runtime.CompilerServices;
using Champions.Application;
using Champions.Domain.Common;
using Champions.Infrastructure;

namespace Champions.Architecture.Tests;

/// <summary>The product as these tests look at it: its assemblies, its types, its files.</summary>
internal static class Code
{
    public static readonly Assembly Domain = typeof(IAggregate).Assembly;
    public static readonly Assembly Application = typeof(DependencyInjection).Assembly;
    public static readonly Assembly Infrastructure = typeof(InfrastructureRegistration).Assembly;
    public static readonly Assembly Web = typeof(Program).Assembly;

    private static readonly string[] NotOurs = ["bin", "obj", "node_modules", "artifacts", ".git", "lib", "data", "TestResults"];

    /// <summary>Types that somebody wrote: no compiled pages, no migrations, nothing the compiler made.</summary>
    public static IEnumerable<Type> TypesOf(params Assembly[] assemblies) => assemblies.SelectMany(a => a.GetTypes())
        .Where(t => t.Namespace is { } space
            && space.StartsWith("Champions", StringComparison.Ordinal)
            && !space.Contains(".Migrations", StringComparison.Ordinal)
            && !IsMade(t));

    /// <summary>Tracked files of ours below a folder, by path from the root of the repository.</summary>
    public static IEnumerable<(string Path, string Text)> Files(string folder, params string[] endings) => FilesBelow(new DirectoryInfo(Path.Combine(Repository.Root, folder)))
        .Where(f => endings.Length == 0 || endings.Any(e => f.Name.EndsWith(e, StringComparison.Ordinal)))
        .Select(f => (Path.GetRelativePath(Repository.Root, f.FullName).Replace('\\', '/'), File.ReadAllText(f.FullName)));

    /// <summary>C# and Razor of the product, without comments and without migrations.</summary>
    public static IEnumerable<(string Path, string Text)> Sources() => Files("src", ".cs", ".cshtml")
        .Where(f => !f.Path.Contains("/Migrations/", StringComparison.Ordinal))
        .Select(f => (f.Path, WithoutComments(f.Text)));

    private static IEnumerable<FileInfo> FilesBelow(DirectoryInfo folder) =>
        folder.EnumerateFiles().Where(f => !NotOurs.Contains(f.Name)).Concat(folder.EnumerateDirectories().Where(d => !NotOurs.Contains(d.Name)).SelectMany(FilesBelow));

    private static string WithoutComments(string text) =>
        string.Join('\n', text.Split('\n').Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal)));

    private static bool IsMade(Type type) =>
        type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false) || type.Name.Contains('<', StringComparison.Ordinal)
        || (type.DeclaringType is { } outer && IsMade(outer));
}
