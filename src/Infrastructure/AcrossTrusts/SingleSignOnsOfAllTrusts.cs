using Champions.Application.Abstractions;
using Champions.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Champions.Infrastructure.AcrossTrusts;

internal sealed class SingleSignOnsOfAllTrusts(ChampionsDbContext db) : ISingleSignOnsOfAllTrusts
{
    public IQueryable<SingleSignOn> SingleSignOns => db.SingleSignOns.IgnoreQueryFilters([ChampionsDbContext.TrustFilter]);
}
