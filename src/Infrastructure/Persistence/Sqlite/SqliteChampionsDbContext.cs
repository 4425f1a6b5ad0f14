using Champions.Application.Auditing;
using Champions.Infrastructure.Persistence.Conversions;
using Microsoft.EntityFrameworkCore;

namespace Champions.Infrastructure.Persistence.Sqlite;

/// <summary>The embedded database: one process, one writer at a time, first come first served.</summary>
internal sealed class SqliteChampionsDbContext(DbContextOptions<SqliteChampionsDbContext> options) : ChampionsDbContext(options)
{
    /// <summary>The one queue of this process; set with the scope.</summary>
    public WriteQueue Queue { get; set; } = null!;

    protected override async Task<T> TakeTurnAsync<T>(Func<CancellationToken, Task<T>> write, CancellationToken cancellationToken)
    {
        if (Database.CurrentTransaction is not null)
        {
            return await write(cancellationToken);
        }

        using (await Queue.EnterAsync(cancellationToken))
        {
            return await write(cancellationToken);
        }
    }

    // The transaction is the only one that writes
    protected override Task<AuditChain?> FindAndLockAsync(Guid chain, CancellationToken cancellationToken) =>
        AuditChains.FirstOrDefaultAsync(c => c.Id == chain, cancellationToken);

    protected override Task<AuditChain> BeginAndLockAsync(AuditChain begun, CancellationToken cancellationToken) =>
        Task.FromResult(AuditChains.Add(begun).Entity);

    protected override string OnFiveMinutes(string column) => $"\"{column}\" % 3000000000 = 0";

    protected override Type IdConverter(Type idType) => typeof(IdToBytes<>).MakeGenericType(idType);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<Guid>().HaveConversion<GuidToBytes>();
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<InstantToTicks>();
    }
}
