using Champions.Infrastructure.Persistence;
using FluentAssertions;
using Npgsql;
using Xunit;

namespace Champions.Infrastructure.Tests.Persistence;

public sealed class PostgresPoolTests
{
    private const string Bare = "Host=127.0.0.1;Username=champions;Database=champions";

    [Fact]
    public void Statements_are_prepared_and_connections_stand_ready()
    {
        var used = Used(Bare);

        used.MaxAutoPrepare.Should().Be(100);
        used.MinPoolSize.Should().Be(used.MaxPoolSize).And.BeGreaterThanOrEqualTo(8);
        used.NoResetOnClose.Should().BeTrue();
    }

    [Fact]
    public void What_the_operator_says_counts()
    {
        var used = Used(Bare + ";MaxPoolSize=3;Max Auto Prepare=0");

        used.MaxAutoPrepare.Should().Be(0);
        used.MaxPoolSize.Should().Be(3);
        used.MinPoolSize.Should().Be(0);
    }

    private static NpgsqlConnectionStringBuilder Used(string configured) => new(PersistenceRegistration.PostgresConnectionString(configured));
}
