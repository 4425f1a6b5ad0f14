using System.Text.RegularExpressions;

namespace Champions.Architecture.Tests;

/// <summary>
/// What docs/security*.md promise is true of the repository: each test and file that they name is there, and each requirement of the OWASP
/// Application Security Verification Standard 5.0.0, levels 1 and 2, has one verdict.
/// </summary>
public sealed class SecurityDocumentTests
{
    /// <summary>How many requirements of levels 1 and 2 each section of the standard begins with; those of level 3 come after them.</summary>
    private const string Requirements = """
        1.1: 2; 1.2: 9; 1.3: 11; 1.4: 3; 1.5: 2;
        2.1: 3; 2.2: 3; 2.3: 4; 2.4: 1;
        3.2: 2; 3.3: 4; 3.4: 6; 3.5: 5; 3.7: 2;
        4.1: 3; 4.2: 1; 4.3: 2; 4.4: 4;
        5.1: 1; 5.2: 3; 5.3: 2; 5.4: 3;
        6.1: 3; 6.2: 12; 6.3: 4; 6.4: 4; 6.5: 5; 6.6: 3; 6.8: 4;
        7.1: 3; 7.2: 4; 7.3: 2; 7.4: 5; 7.5: 2; 7.6: 2;
        8.1: 2; 8.2: 3; 8.3: 1; 8.4: 1;
        9.1: 3; 9.2: 4;
        10.1: 2; 10.2: 2; 10.3: 4; 10.4: 11; 10.5: 5; 10.6: 2; 10.7: 3;
        11.1: 2; 11.2: 3; 11.3: 3; 11.4: 4; 11.5: 1; 11.6: 1;
        12.1: 3; 12.2: 2; 12.3: 4;
        13.1: 1; 13.2: 5; 13.3: 2; 13.4: 5;
        14.1: 2; 14.2: 4; 14.3: 3;
        15.1: 3; 15.2: 3; 15.3: 7;
        16.1: 1; 16.2: 5; 16.3: 4; 16.4: 3; 16.5: 3;
        17.1: 1; 17.2: 4; 17.3: 2;
        """;

    private const string TestName = @"(?<class>[A-Z]\w+)\.(?<method>[A-Z][A-Za-z0-9]*_\w+)";
    private const string FileName = @"`(?<file>(src|tests|docs|scripts)/[^`]+)`";

    private static readonly string[] Verdicts = ["passed", "n/a", "open"];
    private static readonly List<(string Path, string Text)> Documents = [.. Code.Files("docs", ".md").Where(f => f.Path.StartsWith("docs/security", StringComparison.Ordinal))];

    [Fact]
    public void Each_test_that_is_named_exists()
    {
        var known = Code.Files("tests", ".cs").SelectMany(f => NamesIn(f.Text)).ToHashSet(StringComparer.Ordinal);
        var named = Documents.SelectMany(d => Find(d.Text, TestName)).Select(m => m.Value).Distinct(StringComparer.Ordinal).ToList();

        named.Should().HaveCountGreaterThan(100);
        named.Where(name => !known.Contains(name)).Should().BeEmpty("a promise rests on each of them");
    }

    [Fact]
    public void Each_file_that_is_named_exists() =>
        Documents.SelectMany(d => Find(d.Text, FileName)).Select(m => m.Groups["file"].Value).Distinct(StringComparer.Ordinal)
            .Where(path => !File.Exists(Path.Combine(Repository.Root, path)) && !Directory.Exists(Path.Combine(Repository.Root, path)))
            .Should().BeEmpty();

    [Fact]
    public void Each_heading_that_is_led_to_exists()
    {
        var headings = Documents.SelectMany(d => Find(d.Text, "^#+ (?<words>.+)$").Select(m => $"{Path.GetFileName(d.Path)}#{Slug(m.Groups["words"].Value)}"))
            .ToHashSet(StringComparer.Ordinal);

        Documents.SelectMany(d => Find(d.Text, @"\]\((?<to>[^)]*#[^)]+)\)").Select(m => m.Groups["to"].Value).Select(to => to[0] == '#' ? Path.GetFileName(d.Path) + to : to))
            .Where(to => !headings.Contains(to)).Should().BeEmpty();
    }

    [Fact]
    public void Each_requirement_of_levels_1_and_2_has_one_verdict_and_its_reason()
    {
        var rows = Rows();

        rows.Select(r => r.Id).Should().Equal(Wanted());
        rows.Should().OnlyContain(r => (r.Level == "1" || r.Level == "2") && r.Topic.Length > 0 && Verdicts.Contains(r.Verdict));
        rows.Where(r => r.Why.Length == 0 || (r.Verdict == "passed" && !r.Why.Contains('`', StringComparison.Ordinal) && !r.Why.Contains("](", StringComparison.Ordinal)))
            .Should().BeEmpty("what has passed names a test, a file or a part of a document, and the rest says why");
    }

    [Fact]
    public void The_totals_are_those_of_the_rows()
    {
        var counts = Rows().GroupBy(r => r.Verdict).ToDictionary(g => g.Key, g => g.Count());

        Documents.Select(d => d.Text).Should().Contain(text => text.Contains(
            $"{counts.Values.Sum()} requirements: {counts["passed"]} passed, {counts["n/a"]} n/a, {counts["open"]} open.", StringComparison.Ordinal));
    }

    private static IEnumerable<string> NamesIn(string source)
    {
        var methods = Find(source, @"\b(void|Task|ValueTask) (?<name>[A-Z][A-Za-z0-9]*_\w+)\(").Select(m => m.Groups["name"].Value).ToList();
        return Find(source, @"\bclass (?<name>\w+)").SelectMany(c => methods.Select(method => $"{c.Groups["name"].Value}.{method}"));
    }

    private static List<Row> Rows() =>
    [
        .. from document in Documents
           from row in Find(document.Text, @"^\| (?<id>\d+\.\d+\.\d+) \| (?<level>[^|]*) \| (?<topic>[^|]*) \| (?<verdict>[^|]*) \| (?<why>.*) \|$")
           let cell = row.Groups
           select new Row(cell["id"].Value, cell["level"].Value, cell["topic"].Value, cell["verdict"].Value, cell["why"].Value),
    ];

    private static IEnumerable<string> Wanted() =>
        from section in Find(Requirements, @"(?<section>\d+\.\d+): (?<count>\d+);")
        from number in Enumerable.Range(1, int.Parse(section.Groups["count"].Value, System.Globalization.CultureInfo.InvariantCulture))
        select $"{section.Groups["section"].Value}.{number}";

    /// <summary>A heading as addresses name it.</summary>
    private static string Slug(string heading) =>
        string.Concat(heading.Trim().ToLowerInvariant().Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-')).Replace(' ', '-');

    private static IEnumerable<Match> Find(string text, string pattern) =>
        Regex.Matches(text, pattern, RegexOptions.ExplicitCapture | RegexOptions.Multiline, TimeSpan.FromSeconds(5));

    private sealed record Row(string Id, string Level, string Topic, string Verdict, string Why);
}
