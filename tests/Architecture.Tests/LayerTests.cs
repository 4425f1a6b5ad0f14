using System.Reflection;
using System.Text.RegularExpressions;

namespace Champions.Architecture.Tests;

/// <summary>Who may know whom: Domain nobody, Application the domain, Infrastructure both, Web all of them.</summary>
public sealed class LayerTests
{
    [Fact]
    public void The_domain_knows_nothing_but_the_framework() =>
        NamesOf(Code.Domain).Should().OnlyContain(name => name.StartsWith("System", StringComparison.Ordinal));

    [Fact]
    public void The_application_knows_the_domain_and_no_other_layer() =>
        NamesOf(Code.Application).Where(name => name.StartsWith("Champions", StringComparison.Ordinal)).Should().Equal("Champions.Domain");

    [Fact]
    public void The_application_knows_no_provider_no_web_server_and_no_engine() =>
        NamesOf(Code.Application).Should().NotContain(name => name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)
            || name.StartsWith("Microsoft.Data", StringComparison.Ordinal)
            || name.StartsWith("Npgsql", StringComparison.Ordinal)
            || name.StartsWith("Quartz", StringComparison.Ordinal)
            || name.StartsWith("Hangfire", StringComparison.Ordinal)
            || name.StartsWith("MailKit", StringComparison.Ordinal));

    [Fact]
    public void The_infrastructure_does_not_know_the_web_program() =>
        NamesOf(Code.Infrastructure).Should().NotContain("Champions.Web");

    [Fact]
    public void Pages_know_the_application_and_not_what_stands_behind_it() =>
        Code.Sources()
            .Where(f => f.Path.StartsWith("src/Web/Pages/", StringComparison.Ordinal) || f.Path.StartsWith("src/Web/Nhs/", StringComparison.Ordinal))
            .Where(f => Regex.IsMatch(f.Text, @"Champions\.Infrastructure|Microsoft\.EntityFrameworkCore", RegexOptions.None, TimeSpan.FromSeconds(1)))
            .Select(f => f.Path)
            .Should().BeEmpty();

    [Fact]
    public void Nothing_of_the_persistence_is_public_but_what_the_web_program_starts_with() =>
        Code.TypesOf(Code.Infrastructure).Where(t => t.IsPublic && t.Namespace!.Contains(".Persistence", StringComparison.Ordinal)).Select(t => t.Name)
            .Should().BeSubsetOf(["DatabaseFaults", "DatabaseOptions", "DatabaseProvider", "ISchema"]);

    private static IEnumerable<string> NamesOf(Assembly assembly) => assembly.GetReferencedAssemblies().Select(a => a.Name!);
}
