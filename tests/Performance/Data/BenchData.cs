using System.Text.Json;
using Champions.Application.Time;
using Champions.Domain.Champions;
using Champions.Domain.Common;
using Champions.Domain.HelpSlots;
using Champions.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Champions.Performance.Data;

/// <summary>Who books what in a measurement; written beside the database so that product and floor use the same.</summary>
/// <param name="Callers">One staff member and one champion each.</param>
internal sealed record BenchData(IReadOnlyList<BenchCaller> Callers)
{
    public const int CallerCount = 8;
    private const int SlotsEach = 3000;
    private const int MinutesEach = 10;
    private const int WeeksAway = 4;
    private const int SlotsASave = 250;

    public void Write(string file) => File.WriteAllText(file, JsonSerializer.Serialize(this));

    public static BenchData Read(string file) => JsonSerializer.Deserialize<BenchData>(File.ReadAllText(file))!;

    /// <summary>Adds free times far enough away that no list of the next days shows them.</summary>
    public static async Task<BenchData> AddAsync(IServiceProvider services, string trustOfEmail, DateTimeOffset now)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ChampionsDbContext>();
        var trust = await db.StaffMembers.IgnoreQueryFilters().Where(s => s.Email == trustOfEmail).Select(s => s.TrustId).SingleAsync();
        var champions = await (
            from champion in db.Champions.IgnoreQueryFilters().AsNoTracking()
            where champion.TrustId == trust && champion.Status == ChampionStatus.Active
            join person in db.StaffMembers.IgnoreQueryFilters() on champion.StaffMemberId equals person.Id
            join account in db.Accounts.IgnoreQueryFilters() on person.Id equals account.StaffMemberId
            orderby person.Email descending
            select new { champion.Id, Person = person.Id, person.Email }).Take(CallerCount).ToListAsync();
        var staff = await (
            from person in db.StaffMembers.IgnoreQueryFilters().AsNoTracking()
            where person.TrustId == trust && !db.Champions.IgnoreQueryFilters().Any(c => c.StaffMemberId == person.Id)
            join account in db.Accounts.IgnoreQueryFilters() on person.Id equals account.StaffMemberId
            where account.Roles == Roles.Staff
            orderby person.Email descending
            select new { person.Id, person.Email }).Take(CallerCount).ToListAsync();

        var firstDay = UkCalendar.StartOfDay(UkCalendar.DateOf(now).AddDays(7 * WeeksAway));
        var callers = new List<BenchCaller>();
        for (var i = 0; i < CallerCount; i++)
        {
            var slots = new List<HelpSlot>();
            for (var n = 0; n < SlotsEach; n++)
            {
                var offer = new HelpSlotOffer(firstDay.AddMinutes(n * MinutesEach), MinutesEach, SupportMode.VideoCall, null, null, 1, null);
                slots.Add(HelpSlot.Offer(trust, champions[i].Id, champions[i].Person, offer, now).Value);
            }

            foreach (var part in slots.Chunk(SlotsASave))
            {
                db.AddRange(part);
                await db.SaveChangesAsync();
                db.ChangeTracker.Clear();
            }

            callers.Add(new BenchCaller(
                staff[i].Email, staff[i].Id.Value, champions[i].Email, champions[i].Person.Value, champions[i].Id.Value, [.. slots.Select(s => s.Id.Value)],
                slots[0].Claims.Min(c => c.Quantum)));
        }

        return new BenchData(callers);
    }
}

/// <param name="StaffEmail">Signs in and books.</param>
/// <param name="StaffId">The same person.</param>
/// <param name="ChampionEmail">Signs in and logs sessions.</param>
/// <param name="ChampionPersonId">The champion as a person.</param>
/// <param name="ChampionId">The champion whose times are booked.</param>
/// <param name="SlotIds">Free times of ten minutes, one after the other.</param>
/// <param name="FirstQuantum">Five-minute unit of the first one.</param>
internal sealed record BenchCaller(
    string StaffEmail, Guid StaffId, string ChampionEmail, Guid ChampionPersonId, Guid ChampionId, IReadOnlyList<Guid> SlotIds, int FirstQuantum);
