using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Champions.Architecture.Tests;

/// <summary>What people who take the repository over rely on.</summary>
public sealed class RepositoryTests
{
    private static readonly string ThirdParty = Read("THIRD-PARTY.md");
    private static readonly string Readme = Read("README.md");

    public static TheoryData<string, string> CentralVersions
    {
        get
        {
            var versions = new TheoryData<string, string>();
            foreach (var package in XDocument.Parse(Read("Directory.Packages.props")).Descendants("PackageVersion"))
            {
                versions.Add(package.Attribute("Include")!.Value, package.Attribute("Version")!.Value);
            }

            return versions;
        }
    }

    [Theory, MemberData(nameof(CentralVersions))]
    public void A_package_has_one_exact_version_and_stands_in_the_list_of_third_parties(string package, string version)
    {
        version.Should().MatchRegex(@"^\d+(\.\d+){1,3}$");
        ThirdParty.Should().Contain($"| {package} | {version} |");
    }

    [Fact]
    public void Projects_name_packages_without_versions_and_have_lock_files()
    {
        foreach (var (path, text) in Code.Files("src", ".csproj").Concat(Code.Files("tests", ".csproj")))
        {
            XDocument.Parse(text).Descendants("PackageReference").Where(p => p.Attribute("Version") is not null || p.Attribute("VersionOverride") is not null)
                .Should().BeEmpty($"of {path}");
            File.Exists(Path.Combine(Repository.Root, Path.GetDirectoryName(path)!, "packages.lock.json")).Should().BeTrue($"{path} needs a lock file");
        }
    }

    [Fact]
    public void What_packages_bring_along_stands_in_the_list_of_third_parties() =>
        Code.Files("src", "packages.lock.json").Concat(Code.Files("tests", "packages.lock.json"))
            .SelectMany(f => JsonDocument.Parse(f.Text).RootElement.GetProperty("dependencies").EnumerateObject())
            .SelectMany(framework => framework.Value.EnumerateObject())
            .Where(p => p.Value.TryGetProperty("resolved", out _) && !p.Name.StartsWith("Microsoft", StringComparison.OrdinalIgnoreCase))
            .Select(p => p.Name).Distinct(StringComparer.OrdinalIgnoreCase)
            .Where(name => !ThirdParty.Contains(name, StringComparison.OrdinalIgnoreCase))
            .Should().BeEmpty();

    [Fact]
    public void Packages_from_npm_are_exact_locked_and_in_the_list_of_third_parties()
    {
        foreach (var (path, text) in Code.Files("", "package.json"))
        {
            File.Exists(Path.Combine(Repository.Root, Path.GetDirectoryName(path)!, "package-lock.json")).Should().BeTrue($"{path} needs a lock file");
            foreach (var group in (string[])["dependencies", "devDependencies"])
            {
                if (!JsonDocument.Parse(text).RootElement.TryGetProperty(group, out var packages))
                {
                    continue;
                }

                foreach (var package in packages.EnumerateObject())
                {
                    var version = package.Value.GetString()!;
                    version.Should().MatchRegex(@"^\d+\.\d+\.\d+$", $"{path} pins {package.Name}");
                    ThirdParty.Should().Contain($"| {package.Name} | {version} |");
                }
            }
        }
    }

    [Fact]
    public void The_licence_is_there_and_is_MIT() => Read("LICENSE").Should().StartWith("MIT License");

    [Fact]
    public void Every_setting_in_the_readme_is_read_by_the_program()
    {
        var code = string.Join('\n', Code.Files("src", ".cs").Select(f => f.Text));
        var keys = Regex.Matches(Readme, @"^\| (?<keys>`[A-Z][A-Za-z]+(:[A-Za-z]+)*`(, `[A-Za-z]+`)*) \|", RegexOptions.Multiline | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1))
            .SelectMany(row => row.Groups["keys"].Value.Split(", ").Select(key => key.Trim('`')))
            .ToList();

        keys.Should().Contain(["Database:Provider", "ConnectionStrings:Champions", "PublicUrl", "Email:Transport", "Jobs:Enabled", "Demo:Enabled"]);
        keys.Where(key => !code.Contains($"\"{key}\"", StringComparison.Ordinal) && !code.Contains($"\"{key.Split(':')[^1]}\"", StringComparison.Ordinal))
            .Should().BeEmpty();
    }

    [Fact]
    public void Links_between_documents_lead_somewhere()
    {
        foreach (var (path, text) in Code.Files("", ".md"))
        {
            foreach (Match link in Regex.Matches(text, @"\]\((?<to>[^)#:]+)(#[^)]*)?\)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)))
            {
                var target = Path.Combine(Repository.Root, Path.GetDirectoryName(path)!, link.Groups["to"].Value);
                (File.Exists(target) || Directory.Exists(target)).Should().BeTrue($"{path} links to {link.Groups["to"].Value}");
            }
        }
    }

    [Fact]
    public void Decisions_say_why_and_what_would_change_our_mind()
    {
        var decisions = Code.Files("docs/adr", ".md").ToList();

        decisions.Should().HaveCountGreaterThanOrEqualTo(5);
        foreach (var (path, text) in decisions)
        {
            foreach (var part in (string[])["## Context", "## Decision", "## Consequences", "## What would change our mind"])
            {
                text.Should().Contain(part, $"of {path}");
            }
        }
    }

    private static string Read(string path) => File.ReadAllText(Path.Combine(Repository.Root, path));
}
