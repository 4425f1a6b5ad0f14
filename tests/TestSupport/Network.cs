using Champions.Domain.Champions;
using Champions.Domain.Staff;
using Champions.Domain.Systems;
using Champions.Domain.Trusts;
using Champions.Domain.Wards;
using Champions.Infrastructure.Persistence;
using Champions.TestSupport.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Champions.TestSupport;

/// <summary>Adds places and champions to a small trust.</summary>
public static class Network
{
    public static async Task<Site> AddSiteAsync(this SmallTrust trust, string name = "St Michael's Hospital")
    {
        var site = Given.Site(trust.Trust.Id, trust.Trust.Code + "02", name);
        await trust.Db.SaveAsync(site);
        return site;
    }

    public static async Task<Ward> AddWardAsync(this SmallTrust trust, string code, string name, Site? site = null)
    {
        var ward = Given.Ward(site ?? trust.Site, code, name);
        await trust.Db.SaveAsync(ward);
        return ward;
    }

    /// <summary>A champion who works on a ward, or on none, and looks after some from today on.</summary>
    public static async Task<Champion> AddChampionAsync(
        this SmallTrust trust, string name, Ward? worksOn = null, IEnumerable<DigitalSystem>? knows = null, IEnumerable<Ward>? looksAfter = null)
    {
        var person = Given.Person(trust.Trust.Id, name, group: StaffGroup.AlliedHealthProfessionals, ward: worksOn?.Id);
        var champion = Given.Champion(person, [.. knows ?? []]);
        foreach (var ward in looksAfter ?? [])
        {
            _ = champion.Assign(ward.Id, Given.Today, until: null, Given.Today, Given.Now).Value;
        }

        champion.ForgetEvents();
        await trust.Db.SaveAsync(person, champion);
        return champion;
    }

    /// <summary>Stores an assignment as if it had been made on its first day, without telling anybody.</summary>
    public static async Task<WardAssignment> AssignAsync(this SmallTrust trust, Champion champion, Ward ward, DateOnly from, DateOnly? until = null)
    {
        var assignment = champion.Assign(ward.Id, from, until, from < Given.Today ? from : Given.Today, Given.Now).Value;
        champion.ForgetEvents();
        await trust.Db.SaveAsync(assignment);
        return assignment;
    }

    /// <summary>The champion goes on a break.</summary>
    public static Task PauseAsync(this TestDatabase database, ChampionId id) => database.ChangeAsync<Champion>(c => c.Id == id, c => c.Pause());

    /// <summary>Changes a stored row through its own methods, past every handler.</summary>
    public static Task ChangeAsync<T>(
        this TestDatabase database, System.Linq.Expressions.Expression<Func<T, bool>> which, Action<T> change) where T : class =>
        database.Run(async scope =>
        {
            var db = scope.GetRequiredService<ChampionsDbContext>();
            change(await db.Set<T>().IgnoreQueryFilters().FirstAsync(which));
            await db.SaveChangesAsync();
        });

    private static void ForgetEvents(this Domain.Common.IAggregate aggregate) => aggregate.ClearEvents();
}
