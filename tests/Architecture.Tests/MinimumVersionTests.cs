using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Champions.Architecture.Tests;

/// <summary>docs/minimum-versions.md: nothing in use is older than the last version with a known weakness.</summary>
public sealed partial class MinimumVersionTests
{
    private const string Runtime = ".NET";

    private static readonly List<(string Package, Version AtLeast)> Rows =
        [.. Row().Matches(Read("docs", "minimum-versions.md")).Select(m => (m.Groups["package"].Value, Version.Parse(m.Groups["version"].Value)))];

    [Fact]
    public void Nothing_in_use_has_a_known_weakness() => Older(Rows, InUse()).Should().BeEmpty();

    [Fact]
    public void Every_row_speaks_of_something_in_use() =>
        Rows.Select(r => r.Package).Should().HaveCountGreaterThan(5).And.OnlyContain(p => InUse().Any(u => u.Package == p));

    /// <summary>The test itself is tested.</summary>
    [Fact]
    public void One_version_below_is_found() =>
        Older([("MailKit", new Version(4, 16, 0))], [("MailKit", new Version(4, 15, 9)), ("MailKit", new Version(4, 16, 0))]).Should().Equal("MailKit 4.15.9 is older than 4.16.0");

    private static IEnumerable<string> Older(IEnumerable<(string Package, Version AtLeast)> rows, IReadOnlyList<(string Package, Version Version)> used) =>
        from row in rows
        from use in used
        where use.Package == row.Package && use.Version < row.AtLeast
        select $"{use.Package} {use.Version} is older than {row.AtLeast}";

    /// <summary>Lock files tell what the default build uses, the central list what the full build names, the process which .NET runs.</summary>
    private static List<(string Package, Version Version)> InUse() =>
    [
        (Runtime, Environment.Version),
        .. from package in XDocument.Parse(Read("Directory.Packages.props")).Descendants("PackageVersion")
           select (package.Attribute("Include")!.Value, Version.Parse(package.Attribute("Version")!.Value)),
        .. from file in Code.Files("src", "packages.lock.json").Concat(Code.Files("tests", "packages.lock.json"))
           from framework in JsonDocument.Parse(file.Text).RootElement.GetProperty("dependencies").EnumerateObject()
           from package in framework.Value.EnumerateObject()
           where package.Value.TryGetProperty("resolved", out _)
           select (package.Name, Version.Parse(package.Value.GetProperty("resolved").GetString()!)),
    ];

    private static string Read(params string[] path) => File.ReadAllText(Path.Combine([Repository.Root, .. path]));

    [GeneratedRegex(@"^\| (?<package>[A-Za-z.][\w.]*) \| (?<version>\d+(\.\d+)+) \|", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Row();
}
