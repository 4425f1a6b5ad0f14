using Champions.Application.Outbox;
using Champions.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Champions.Infrastructure.AcrossTrusts;

internal sealed class EmailsOfAllTrusts(ChampionsDbContext db) : IEmailsOfAllTrusts
{
    public IQueryable<OutboxEmail> Emails => db.OutboxEmails.IgnoreQueryFilters([ChampionsDbContext.TrustFilter]).AsNoTracking();
}
