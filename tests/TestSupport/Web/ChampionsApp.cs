using Champions.Application.Abstractions;
using Champions.Infrastructure.Persistence;
using Champions.TestSupport.Databases;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Champions.TestSupport.Web;

/// <summary>
/// The whole web program in this process, on a database of its own: real routing, real sign-in, real antiforgery. Only the
/// clock is a test's, jobs do not run by themselves, and passwords are hashed in fewer rounds.
/// </summary>
public sealed class ChampionsApp : WebApplicationFactory<Program>
{
    public const string Password = "correct horse battery";

    private readonly Dictionary<string, string?> settings;
    private int visitors;

    private ChampionsApp(TestDatabase db, Dictionary<string, string?> settings)
    {
        Db = db;
        this.settings = settings;
    }

    public TestDatabase Db { get; }

    public SettableClock Clock => Db.Clock;

    /// <param name="kind">Which database.</param>
    /// <param name="more">Settings besides the usual ones of tests, or in their place.</param>
    public static async Task<ChampionsApp> StartAsync(DatabaseKind kind, params (string Key, string Value)[] more)
    {
        var db = await TestDatabase.CreateAsync(kind);
        var all = new Dictionary<string, string?>(db.Settings, StringComparer.OrdinalIgnoreCase);
        foreach (var (key, value) in more)
        {
            all[key] = value;
        }

        return new ChampionsApp(db, all);
    }

    /// <summary>Somebody who has not signed in, with cookies and a network address of their own.</summary>
    public Visitor NewVisitor()
    {
        var client = CreateDefaultClient(new Uri(TestSettings.PublicUrl), new CookieContainerHandler());
        var number = Interlocked.Increment(ref visitors);
        client.DefaultRequestHeaders.Add(AddressOfVisitor.Header, $"10.0.{number / 250}.{(number % 250) + 1}");
        return new Visitor(client);
    }

    /// <summary>Gives the person an account if they have none and signs in through the log-in page.</summary>
    public async Task<Visitor> SignInAsync(Actor actor)
    {
        var email = await AccountOfAsync(actor);
        var visitor = NewVisitor();
        var page = await visitor.OpenAsync("/sign-in");
        page = await page.PressAsync("Log in", ("Input.Email", email), ("Input.Password", Password));
        return page.Address.StartsWith("/sign-in", StringComparison.Ordinal)
            ? throw new InvalidOperationException($"Signing in as {email} failed: {page.Text}")
            : visitor;
    }

    /// <summary>Runs one job, or anything else, with the services of the running program and no actor.</summary>
    public async Task<T> Run<T>(Func<IServiceProvider, Task<T>> act)
    {
        await using var scope = Services.CreateAsyncScope();
        return await act(scope.ServiceProvider);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Db.DisposeAsync();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseContentRoot(Path.Combine(Repository.Root, "src", "Web"));
        foreach (var (key, value) in settings)
        {
            builder.UseSetting(key, value);
        }

        builder.ConfigureLogging(logging => logging.ClearProviders());
        builder.ConfigureServices(services => services
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton<IStartupFilter, AddressOfVisitor>()
            .Configure<PasswordHasherOptions>(options => options.IterationCount = 1000));
    }

    private Task<string> AccountOfAsync(Actor actor) => Run(async services =>
    {
        var db = services.GetRequiredService<ChampionsDbContext>();
        var person = await db.StaffMembers.IgnoreQueryFilters().AsNoTracking().FirstOrDefaultAsync(s => s.Id == actor.PersonId);
        var account = new NewAccount(
            person?.Email ?? "administrator@champions.example",
            person?.Name ?? "Administrator",
            Password,
            actor.Roles & ~Roles.Champion,
            person?.Id);
        if (!await db.Accounts.AnyAsync(a => a.Email == account.Email))
        {
            _ = (await services.GetRequiredService<IAccounts>().CreateAsync(account, CancellationToken.None)).Value;
        }

        return account.Email;
    });
}
