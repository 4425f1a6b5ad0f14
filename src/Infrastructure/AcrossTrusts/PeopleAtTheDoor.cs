using Champions.Application.Entering;
using Champions.Domain.Staff;
using Champions.Domain.Wards;
using Champions.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Champions.Infrastructure.AcrossTrusts;

internal sealed class PeopleAtTheDoor(ChampionsDbContext db, DatabaseOptions options) : IPeopleAtTheDoor
{
    /// <summary>Keeps these locks apart from others made of other texts.</summary>
    private const int LockSeed = 5080;

    public IQueryable<StaffMember> People => db.StaffMembers.IgnoreQueryFilters([ChampionsDbContext.TrustFilter]);

    public IQueryable<Ward> Wards => db.Wards.IgnoreQueryFilters([ChampionsDbContext.TrustFilter]).AsNoTracking();

    /// <summary>On SQLite whoever has a transaction is alone with the database anyway.</summary>
    public Task HoldAddressAsync(string normalisedEmail, CancellationToken cancellationToken) => options.Provider == DatabaseProvider.Sqlite
        ? Task.CompletedTask
        : db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({normalisedEmail}, {LockSeed}))", cancellationToken);
}
