using Champions.Application.Auditing;
using Champions.Infrastructure.Persistence.Conversions;
using Microsoft.EntityFrameworkCore;

namespace Champions.Infrastructure.Persistence.Postgres;

/// <summary>The database for several nodes; the server decides who waits.</summary>
internal sealed class PostgresChampionsDbContext(DbContextOptions<PostgresChampionsDbContext> options) : ChampionsDbContext(options)
{
    protected override Task<T> TakeTurnAsync<T>(Func<CancellationToken, Task<T>> write, CancellationToken cancellationToken) =>
        write(cancellationToken);

    protected override async Task<AuditChain?> FindAndLockAsync(Guid chain, CancellationToken cancellationToken) =>
        (await AuditChains.FromSql($"SELECT * FROM \"AuditChains\" WHERE \"Id\" = {chain} FOR UPDATE").ToListAsync(cancellationToken)).FirstOrDefault();

    /// <summary>Of several who begin the same chain one does, and the others wait and go on after it.</summary>
    protected override async Task<AuditChain> BeginAndLockAsync(AuditChain begun, CancellationToken cancellationToken)
    {
        await Database.ExecuteSqlAsync(
            $"INSERT INTO \"AuditChains\" (\"Id\", \"Number\", \"Hash\", \"Mark\") VALUES ({begun.Id}, {begun.Number}, {begun.Hash}, {begun.Mark}) ON CONFLICT DO NOTHING",
            cancellationToken);
        return await FindAndLockAsync(begun.Id, cancellationToken) ?? throw new InvalidOperationException("A chain that was begun is gone.");
    }

    protected override string OnFiveMinutes(string column) => $"(EXTRACT(EPOCH FROM \"{column}\")::bigint % 300) = 0";

    protected override Type IdConverter(Type idType) => typeof(IdToGuid<>).MakeGenericType(idType);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<InstantToUtc>();
    }
}
