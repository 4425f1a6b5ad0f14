using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Champions.Infrastructure.Persistence;
using Champions.Infrastructure.Persistence.Sqlite;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace Champions.Infrastructure.Tests.Persistence;

public sealed class SqlitePoolTests
{
    private const int AtOnce = 8;

    [Fact]
    public async Task Connections_are_opened_and_closed_one_at_a_time()
    {
        var pool = new SqlitePool();
        var driver = new Driver();
        using var start = new Barrier(AtOnce);

        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => Task.Factory.StartNew(
            () =>
            {
                using var connection = new DriversConnection(driver);
                start.SignalAndWait();
                pool.ConnectionOpening(connection, null!, default).IsSuppressed.Should().BeTrue("it is open already");
                pool.ConnectionClosing(connection, null!, default).IsSuppressed.Should().BeTrue("it is closed already");
            },
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)));

        driver.Calls.Should().Be(2 * AtOnce);
        driver.MostAtOnce.Should().Be(1);
    }

    [Fact]
    public async Task The_database_takes_its_connections_so()
    {
        await using var db = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);

        var interceptors = await db.Run(scope => Task.FromResult(
            scope.GetRequiredService<ChampionsDbContext>().GetService<IDbContextOptions>().FindExtension<CoreOptionsExtension>()!.Interceptors));

        interceptors.Should().ContainSingle(i => i is SqlitePool);
    }

    /// <summary>Counts who is inside it together.</summary>
    private sealed class Driver
    {
        private readonly Lock counting = new();
        private int inside;

        public int Calls { get; private set; }

        public int MostAtOnce { get; private set; }

        public void Work()
        {
            lock (counting)
            {
                Calls++;
                MostAtOnce = Math.Max(MostAtOnce, ++inside);
            }

            // Long enough for another thread to come in
            Thread.SpinWait(500_000);
            lock (counting)
            {
                inside--;
            }
        }
    }

    private sealed class DriversConnection(Driver driver) : DbConnection
    {
        [AllowNull]
        public override string ConnectionString { get; set; } = "";

        public override string Database => "";

        public override string DataSource => "";

        public override string ServerVersion => "";

        public override ConnectionState State => ConnectionState.Closed;

        public override void Open() => driver.Work();

        public override void Close() => driver.Work();

        public override void ChangeDatabase(string databaseName) => throw new NotSupportedException();

        protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => throw new NotSupportedException();

        protected override DbCommand CreateDbCommand() => throw new NotSupportedException();
    }
}
