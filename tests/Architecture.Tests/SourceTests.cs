using System.Text.RegularExpressions;

namespace Champions.Architecture.Tests;

/// <summary>What may not stand in the source, or only in one folder.</summary>
public sealed class SourceTests
{
    private const int MostLines = 300;

    [Theory]
    [InlineData(@"\bIMapper\b")]
    [InlineData(@"Html\.Raw")]
    [InlineData(@"\bHtmlString\(", "src/Web/Nhs/")]
    [InlineData(@"DateTime(Offset)?\.(UtcNow|Now|Today)|Stopwatch\.GetTimestamp|Environment\.TickCount")]
    [InlineData(@"Guid\.NewGuid|Thread\.Sleep")]
    [InlineData(@"EnsureCreated")]
    [InlineData(@"\.GetAwaiter\(\)\.GetResult\(\)|\.Wait\(\)", "src/Infrastructure/Persistence/KeysInDatabase.cs")]
    [InlineData(@"IgnoreQueryFilters", "src/Infrastructure/AcrossTrusts/")]
    [InlineData(@"FromSql|ExecuteSql|SqlQuery|CreateCommand\(", "src/Infrastructure/Persistence/", "src/Infrastructure/AcrossTrusts/")]
    [InlineData(@"ExecuteUpdate|ExecuteDelete", "src/Infrastructure/AcrossTrusts/", "src/Infrastructure/Jobs/JobHistory.cs")]
    [InlineData(@"TimeProvider\.System", "src/Infrastructure/InfrastructureRegistration.cs", "src/Infrastructure/Jobs/Quartz/QuartzEngine.cs")]
    [InlineData(@"#pragma warning disable|SuppressMessage")]
    [InlineData(@"asp-page=")]
    [InlineData(@"<script(?![^>]*\bsrc=)|\sstyle=""|\son(click|load|change|submit)=")]
    public void Some_things_are_written_nowhere_or_in_one_place(string pattern, params string[] allowed) =>
        Code.Sources()
            .Where(f => !allowed.Any(a => f.Path.StartsWith(a, StringComparison.Ordinal)) && Matches(f.Text, pattern))
            .Select(f => f.Path)
            .Should().BeEmpty($"of {pattern}");

    [Fact]
    public void No_file_is_too_long_to_read() =>
        Code.Sources().Where(f => f.Text.AsSpan().Count('\n') > MostLines).Select(f => f.Path).Should().BeEmpty();

    [Fact]
    public void No_test_is_skipped_and_nothing_is_left_to_be_done() =>
        Code.Files("src", ".cs", ".cshtml", ".js", ".scss").Concat(Code.Files("tests", ".cs", ".js", ".mjs")).Concat(Code.Files("scripts"))
            .Where(f => !f.Path.EndsWith("/SourceTests.cs", StringComparison.Ordinal) && !f.Path.Contains("/Migrations/", StringComparison.Ordinal))
            .Where(f => Matches(f.Text, @"\bTODO\b|\bFIXME\b|\bXXX\b|\bSkip\s*=\s*""|NotImplementedException"))
            .Select(f => f.Path)
            .Should().BeEmpty();

    [Fact]
    public void No_path_of_anybodys_machine_is_written_down() =>
        Code.Files("").Where(f => !f.Path.EndsWith("/SourceTests.cs", StringComparison.Ordinal))
            .Where(f => Matches(f.Text, @"(^|[\s""'=(])/(home|Users|root|work)/[A-Za-z0-9]|[A-Z]:\\Users\\|\.\./shared/"))
            .Select(f => f.Path)
            .Should().BeEmpty();

    private static bool Matches(string text, string pattern) =>
        Regex.IsMatch(text, pattern, RegexOptions.ExplicitCapture | RegexOptions.Multiline, TimeSpan.FromSeconds(5));
}
