using Champions.Application.Auditing;
using Champions.Domain.Champions;
using Champions.Domain.Staff;
using Champions.Domain.Systems;
using Champions.Domain.Wards;
using Champions.Domain.Trusts;
using Champions.Infrastructure.Persistence;
using Champions.Infrastructure.Persistence.Conversions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Champions.Infrastructure.AcrossTrusts;

internal sealed class AuditOfAllTrusts(ChampionsDbContext db) : IAuditOfAllTrusts
{
    /// <summary>Leaps along the key from chain to chain: a chain may have millions of rows.</summary>
    private const string ChainsSql = """
        WITH RECURSIVE leap("Chain") AS (
          SELECT (SELECT "Chain" FROM "AuditEntries" ORDER BY "Chain" LIMIT 1)
          UNION ALL
          SELECT (SELECT e."Chain" FROM "AuditEntries" AS e WHERE e."Chain" > leap."Chain" ORDER BY e."Chain" LIMIT 1)
          FROM leap WHERE leap."Chain" IS NOT NULL)
        SELECT "Chain" FROM leap WHERE "Chain" IS NOT NULL
        UNION SELECT "Id" FROM "AuditChains"
        UNION SELECT "Chain" FROM "AuditAnchors"
        ORDER BY 1
        """;

    public IQueryable<AuditEntry> Entries => db.AuditEntries.IgnoreQueryFilters([ChampionsDbContext.TrustFilter]).AsNoTracking();

    public IQueryable<AuditChain> Ends => db.AuditChains.AsNoTracking();

    public IQueryable<AuditAnchor> Anchors => db.AuditAnchors.AsNoTracking();

    public async Task<IReadOnlyList<Guid>> ChainsAsync(CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = ChainsSql;
            command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            var chains = new List<Guid>();
            while (await reader.ReadAsync(cancellationToken))
            {
                chains.Add(reader.GetValue(0) switch
                {
                    Guid id => id,
                    byte[] { Length: 16 } bytes => GuidToBytes.Read(bytes),
                    _ => Guid.AllBitsSet,
                });
            }

            return chains;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    public async Task<IReadOnlyDictionary<Guid, string>> NamesAsync(
        IReadOnlyCollection<Guid> ids, TrustId? trust, CancellationToken cancellationToken)
    {
        var names = new Dictionary<Guid, string>();
        if (ids.Count == 0)
        {
            return names;
        }

        foreach (var named in Named(ids, trust))
        {
            await named.ForEachAsync(row => names.TryAdd(row.Id, row.Name), cancellationToken);
        }

        return names;
    }

    /// <summary>Ids of all kinds differ from each other, so one set of them serves every table.</summary>
    private IEnumerable<IQueryable<NamedRow>> Named(IReadOnlyCollection<Guid> ids, TrustId? trust)
    {
        var accounts = ids.Select(id => new AccountId(id)).ToList();
        yield return Of(db.Accounts).Where(r => accounts.Contains(r.Id) && (trust == null || r.TrustId == trust))
            .Select(r => new NamedRow { Id = r.Id.Value, Name = r.Name });
        var people = ids.Select(id => new StaffMemberId(id)).ToList();
        yield return Of(db.StaffMembers).Where(r => people.Contains(r.Id) && (trust == null || r.TrustId == trust))
            .Select(r => new NamedRow { Id = r.Id.Value, Name = r.Name });
        var champions = ids.Select(id => new ChampionId(id)).ToList();
        yield return Of(db.Champions).Where(r => champions.Contains(r.Id) && (trust == null || r.TrustId == trust))
            .Join(Of(db.StaffMembers), c => c.StaffMemberId, s => s.Id, (c, s) => new NamedRow { Id = c.Id.Value, Name = s.Name });
        var wards = ids.Select(id => new WardId(id)).ToList();
        yield return Of(db.Wards).Where(r => wards.Contains(r.Id) && (trust == null || r.TrustId == trust))
            .Select(r => new NamedRow { Id = r.Id.Value, Name = r.Name });
        var sites = ids.Select(id => new SiteId(id)).ToList();
        yield return Of(db.Sites).Where(r => sites.Contains(r.Id) && (trust == null || r.TrustId == trust))
            .Select(r => new NamedRow { Id = r.Id.Value, Name = r.Name });
        var systems = ids.Select(id => new DigitalSystemId(id)).ToList();
        yield return Of(db.DigitalSystems).Where(r => systems.Contains(r.Id) && (trust == null || r.TrustId == trust))
            .Select(r => new NamedRow { Id = r.Id.Value, Name = r.Name });
        var topics = ids.Select(id => new SupportTopicId(id)).ToList();
        yield return Of(db.SupportTopics).Where(r => topics.Contains(r.Id) && (trust == null || r.TrustId == trust))
            .Select(r => new NamedRow { Id = r.Id.Value, Name = r.Name });
        var trusts = ids.Select(id => new TrustId(id)).ToList();
        yield return db.Trusts.AsNoTracking().Where(r => trusts.Contains(r.Id) && (trust == null || r.Id == trust))
            .Select(r => new NamedRow { Id = r.Id.Value, Name = r.Name });
    }

    private static IQueryable<T> Of<T>(DbSet<T> rows) where T : class => rows.IgnoreQueryFilters([ChampionsDbContext.TrustFilter]).AsNoTracking();

    private sealed class NamedRow
    {
        public Guid Id { get; init; }

        public string Name { get; init; } = "";
    }
}
