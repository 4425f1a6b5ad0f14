using Champions.Application;
using Champions.Application.Abstractions;
using Champions.Application.Outbox;
using Champions.Infrastructure;
using Champions.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Champions.TestSupport.Databases;

/// <summary>A real, migrated database for one test, with the product's own services on top.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly ITestStore store;
    private readonly ServiceProvider services;

    private TestDatabase(DatabaseKind kind, ITestStore store, SettableClock clock, Action<IServiceCollection>? configure)
    {
        Kind = kind;
        Clock = clock;
        this.store = store;
        MailFolder = TemporaryFolder.Create();
        TestSettings.WriteAuditKey(MailFolder);
        var configuration = TestSettings.Configuration(Settings);
        var collection = new ServiceCollection()
            .AddLogging()
            .AddSingleton(configuration)
            .AddApplication()
            .AddReadModels(licenceKey: null)
            .AddInfrastructure(configuration, MailFolder)
            .AddSingleton<TimeProvider>(clock);
        configure?.Invoke(collection);
        services = collection.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
    }

    public DatabaseKind Kind { get; }

    public string ConnectionString => store.Options.ConnectionString;

    /// <summary>Starts at <see cref="Given.Now"/>.</summary>
    public SettableClock Clock { get; }

    public IServiceProvider Services => services;

    /// <summary>Where the folder transport writes, should a test send anything.</summary>
    public string MailFolder { get; }

    /// <summary>Configuration of a program that runs on this database.</summary>
    public IReadOnlyDictionary<string, string?> Settings => TestSettings.For(store.Options, MailFolder);

    /// <param name="kind">Which database.</param>
    /// <param name="configure">Replaces or adds services, for example a transport that collects.</param>
    public static async Task<TestDatabase> CreateAsync(DatabaseKind kind, Action<IServiceCollection>? configure = null) =>
        new(kind, await CreateStoreAsync(kind, migrated: true), new SettableClock(Given.Now), configure);

    /// <summary>Without a single table, for tests of the migrations themselves.</summary>
    public static async Task<TestDatabase> CreateEmptyAsync(DatabaseKind kind) =>
        new(kind, await CreateStoreAsync(kind, migrated: false), new SettableClock(Given.Now), configure: null);

    /// <summary>Runs something in a scope of its own, as a person.</summary>
    public async Task<T> ActAs<T>(Actor actor, Func<IServiceProvider, Task<T>> act)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Set(actor);
        return await act(scope.ServiceProvider);
    }

    /// <inheritdoc cref="ActAs{T}(Actor, Func{IServiceProvider, Task{T}})"/>
    public Task ActAs(Actor actor, Func<IServiceProvider, Task> act) =>
        ActAs(actor, async scope =>
        {
            await act(scope);
            return true;
        });

    /// <summary>
    /// One handler or reader in a scope of its own, as a person:
    /// <c>await db.As(actor, (BookHelpSlotHandler handler) => handler.HandleAsync(command, actor, default))</c>.
    /// </summary>
    public Task<T> As<TUseCase, T>(Actor actor, Func<TUseCase, Task<T>> use) where TUseCase : notnull =>
        ActAs(actor, scope => use(scope.GetRequiredService<TUseCase>()));

    /// <summary>Runs something in a scope of its own with no actor, as jobs and imports do.</summary>
    public async Task<T> Run<T>(Func<IServiceProvider, Task<T>> act)
    {
        await using var scope = services.CreateAsyncScope();
        return await act(scope.ServiceProvider);
    }

    /// <inheritdoc cref="Run{T}(Func{IServiceProvider, Task{T}})"/>
    public Task Run(Func<IServiceProvider, Task> act) =>
        Run(async scope =>
        {
            await act(scope);
            return true;
        });

    /// <summary>Runs something on the model and the connection themselves, past every use case.</summary>
    public Task<T> OnDatabaseAsync<T>(Func<DbContext, Task<T>> act) => Run(scope => act(scope.GetRequiredService<ChampionsDbContext>()));

    /// <summary>Stores what <see cref="Given"/> made.</summary>
    public Task SaveAsync(params object[] rows) => Run(async scope =>
    {
        var db = scope.GetRequiredService<ChampionsDbContext>();
        db.AddRange(rows);
        await db.SaveChangesAsync();
    });

    /// <summary>Reads rows of every trust, as they are stored now.</summary>
    public Task<List<T>> AllAsync<T>() where T : class => Run(scope =>
        scope.GetRequiredService<ChampionsDbContext>().Set<T>().IgnoreQueryFilters().AsNoTracking().ToListAsync());

    /// <summary>Every email there is, in the order of queueing.</summary>
    public async Task<IReadOnlyList<OutboxEmail>> EmailsAsync() =>
        [.. (await AllAsync<OutboxEmail>()).OrderBy(e => e.QueuedAt).ThenBy(e => e.Id)];

    /// <summary>Plain SQL past the model; identifiers in double quotes work on both databases.</summary>
    public Task<int> ExecuteAsync(string sql) => Run(scope =>
        scope.GetRequiredService<ChampionsDbContext>().Database.ExecuteSqlRawAsync(sql));

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await store.DropAsync();
        TemporaryFolder.Delete(MailFolder);
    }

    private static async Task<ITestStore> CreateStoreAsync(DatabaseKind kind, bool migrated) =>
        kind == DatabaseKind.Sqlite ? await SqliteStore.CreateAsync(migrated) : await PostgresStore.CreateAsync(migrated);
}
