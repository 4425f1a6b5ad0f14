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
        used.MinPoolSize.Should().Be(Math.Max(8, 4 * Environment.ProcessorCount));
        used.MaxPoolSize.Should().Be(100, "writers who wait for each other hold up nobody who reads");
        used.NoResetOnClose.Should().BeTrue();
    }

    [Theory]
    [InlineData(";MaxPoolSize=3;Max Auto Prepare=0", 3, 3, 0)]
    [InlineData(";Minimum Pool Size=1", 1, 100, 100)]
    public void What_the_operator_says_counts(string more, int least, int most, int prepared)
    {
        var used = Used(Bare + more);

        (used.MinPoolSize, used.MaxPoolSize, used.MaxAutoPrepare).Should().Be((least, most, prepared));
    }

    private static NpgsqlConnectionStringBuilder Used(string configured) => new(PersistenceRegistration.PostgresConnectionString(configured));
}
