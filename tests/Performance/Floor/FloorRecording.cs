using Champions.Application;
using Champions.Application.Abstractions;
using Champions.Application.Bookings;
using Champions.Application.Coverage;
using Champions.Application.Help;
using Champions.Application.Home;
using Champions.Application.SupportSessions;
using Champions.Application.Time;
using Champions.Domain.HelpSlots;
using Champions.Domain.SupportSessions;
using Champions.Infrastructure;
using Champions.Infrastructure.Persistence;
using Champions.Performance.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Champions.Performance.Floor;

/// <summary>What the product asks its database for each page and each write, taken down from its own use cases.</summary>
internal sealed record FloorRecording(
    IReadOnlyDictionary<string, IReadOnlyList<RecordedStatement>> Pages,
    IReadOnlyList<RecordedStatement> Booking,
    IReadOnlyList<RecordedStatement> Log,
    DateTimeOffset At)
{
    private const int QuantaOfSlot = 2;

    /// <summary>Caller 0 books its first time and logs once; everybody else's writes are made from those.</summary>
    public static async Task<FloorRecording> RecordAsync(DatabaseOptions options, BenchData data)
    {
        using var recorder = new StatementRecorder();
        await using var services = Services(options);
        var caller = data.Callers[0];
        var (staff, champion, coordinator) = await ActorsAsync(services, caller);
        var today = UkCalendar.DateOf(TimeProvider.System.GetUtcNow());

        Task<IReadOnlyList<RecordedStatement>> Record(Actor actor, Func<IServiceProvider, Task> act) => recorder.RecordAsync(async () =>
        {
            await using var scope = services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentActor>().Set(actor);
            await act(scope.ServiceProvider);
        });

        var pages = new Dictionary<string, IReadOnlyList<RecordedStatement>>(StringComparer.Ordinal)
        {
            ["/help"] = await Record(staff, async scope =>
            {
                var queries = scope.GetRequiredService<HelpQueries>();
                var catalogue = await queries.CatalogueAsync(staff, CancellationToken.None);
                await queries.WeekAsync(new HelpSearch(today, null, null), catalogue, staff, CancellationToken.None);
            }),
            ["/wards"] = await Record(coordinator, async scope =>
            {
                var wards = scope.GetRequiredService<WardQueries>();
                await wards.ListAsync(new WardFilter(), 1, CancellationToken.None);
            }),
            ["/home"] = await Record(coordinator, scope => scope.GetRequiredService<HomeQueries>().CoordinatorAsync(CancellationToken.None)),
        };

        var at = TimeProvider.System.GetUtcNow();
        var booking = await Record(staff, async scope => _ = (await scope.GetRequiredService<BookHelpSlotHandler>().HandleAsync(
            new BookHelpSlot(new HelpSlotId(caller.SlotIds[0]), null, "Finding results", null, Guid.CreateVersion7(at)), staff, CancellationToken.None)).Value);
        var entry = new SessionEntry(
            today, null, null, 15, SupportMode.Phone, SessionOutcome.Resolved, [], HelpedPeople.Count(1), [], null);
        var log = await Record(champion, async scope => _ = (await scope.GetRequiredService<LogSessionHandler>().HandleAsync(
            new LogSession(null, null, entry, null, Guid.CreateVersion7(at)), champion, CancellationToken.None)).Value);
        return new FloorRecording(pages, [.. booking.Where(s => s.Writes)], [.. log.Where(s => s.Writes)], at);
    }

    public FreshIds NextBooking(BenchData data, int caller, int slot)
    {
        var (first, next) = (data.Callers[0], data.Callers[caller]);
        return new FreshIds(
            At,
            new Dictionary<Guid, Guid>
            {
                [first.StaffId] = next.StaffId,
                [first.ChampionPersonId] = next.ChampionPersonId,
                [first.ChampionId] = next.ChampionId,
                [first.SlotIds[0]] = next.SlotIds[slot],
            },
            first.FirstQuantum,
            QuantaOfSlot,
            next.FirstQuantum + (slot * QuantaOfSlot) - first.FirstQuantum);
    }

    public FreshIds NextLog(BenchData data, int caller)
    {
        var (first, next) = (data.Callers[0], data.Callers[caller]);
        return new FreshIds(
            At,
            new Dictionary<Guid, Guid> { [first.ChampionPersonId] = next.ChampionPersonId, [first.ChampionId] = next.ChampionId },
            firstQuantum: 0,
            quanta: 0,
            quantaLater: 0);
    }

    public static ServiceProvider Services(DatabaseOptions options)
    {
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Database:Provider"] = options.Provider.ToString(),
            ["ConnectionStrings:Champions"] = options.ConnectionString,
            ["Audit:KeyFile"] = Bench.BenchDatabases.AuditKeyFile,
            ["Jobs:Enabled"] = "false",
        };
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        return new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(configuration)
            .AddApplication()
            .AddReadModels(licenceKey: null)
            .AddInfrastructure(configuration, AppContext.BaseDirectory)
            .BuildServiceProvider();
    }

    private static async Task<(Actor Staff, Actor Champion, Actor Coordinator)> ActorsAsync(IServiceProvider services, BenchCaller caller)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ChampionsDbContext>();
        var person = new StaffMemberId(caller.StaffId);
        var trust = await db.StaffMembers.IgnoreQueryFilters().Where(s => s.Id == person).Select(s => s.TrustId).SingleAsync();
        return (
            new Actor(person, trust, null, Roles.Staff),
            new Actor(new StaffMemberId(caller.ChampionPersonId), trust, new ChampionId(caller.ChampionId), Roles.Staff | Roles.Champion),
            new Actor(person, trust, null, Roles.Staff | Roles.Coordinator));
    }
}
