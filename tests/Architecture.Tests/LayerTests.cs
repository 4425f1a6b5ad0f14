using System.Reflection;
using Champions.Application;
using Champions.Domain.Common;
using Champions.Infrastructure;

namespace Champions.Architecture.Tests;

/// <summary>Who may know whom: Domain nobody, Application the domain, Infrastructure both, Web all of them.</summary>
public sealed class LayerTests
{
    private static readonly Assembly Domain = typeof(Aggregate<>).Assembly;
    private static readonly Assembly Application = typeof(DependencyInjection).Assembly;
    private static readonly Assembly Infrastructure = typeof(InfrastructureRegistration).Assembly;

    [Fact]
    public void The_domain_knows_nothing_but_the_framework() =>
        NamesOf(Domain).Should().OnlyContain(name => name.StartsWith("System", StringComparison.Ordinal));

    [Fact]
    public void The_application_knows_the_domain_and_no_other_layer() =>
        NamesOf(Application).Where(name => name.StartsWith("Champions", StringComparison.Ordinal)).Should().Equal("Champions.Domain");

    [Fact]
    public void The_infrastructure_does_not_know_the_web_program() =>
        NamesOf(Infrastructure).Should().NotContain("Champions.Web");

    private static IEnumerable<string> NamesOf(Assembly assembly) => assembly.GetReferencedAssemblies().Select(a => a.Name!);
}
