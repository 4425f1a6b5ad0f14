using System.Net;
using Champions.Application.Abstractions;
using Champions.Application.Entering;
using Champions.Domain.Staff;
using Champions.Infrastructure.Persistence;
using Champions.TestSupport.Databases;
using Champions.Web.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Champions.TestSupport.Web;

/// <summary>
/// The whole web program in this process, on a database of its own: real routing, real sign-in, real antiforgery. Only the
/// clock is a test's, jobs do not run by themselves, and passwords are hashed in fewer rounds.
/// </summary>
public sealed class ChampionsApp : WebApplicationFactory<Program>
{
    public const string Password = "correct horse battery";

    private readonly Dictionary<string, string?> settings;
    private readonly Action<IServiceCollection>? replace;
    private int visitors;

    private ChampionsApp(TestDatabase db, Dictionary<string, string?> settings, Action<IServiceCollection>? replace)
    {
        Db = db;
        this.replace = replace;
        this.settings = settings;
    }

    public TestDatabase Db { get; }

    /// <summary>Services besides the program's own; to be added before the program starts, which is with the first request.</summary>
    public IServiceCollection Added { get; } = new ServiceCollection();

    public SettableClock Clock => Db.Clock;

    /// <summary>What went wrong inside the program so far, the last one last: why an answer was a 500.</summary>
    public CapturedLog Faults { get; } = new(LogLevel.Error);

    /// <param name="kind">Which database.</param>
    /// <param name="more">Settings besides the usual ones of tests, or in their place.</param>
    public static Task<ChampionsApp> StartAsync(DatabaseKind kind, params (string Key, string Value)[] more) => StartAsync(kind, replace: null, more);

    /// <param name="kind">Which database.</param>
    /// <param name="replace">Puts a test's own parts in the place of the program's.</param>
    /// <param name="more">Settings besides the usual ones of tests, or in their place.</param>
    public static async Task<ChampionsApp> StartAsync(
        DatabaseKind kind, Action<IServiceCollection>? replace, params (string Key, string Value)[] more)
    {
        var db = await TestDatabase.CreateAsync(kind);
        var all = new Dictionary<string, string?>(db.Settings, StringComparer.OrdinalIgnoreCase);
        foreach (var (key, value) in more)
        {
            all[key] = value;
        }

        return new ChampionsApp(db, all, replace);
    }

    /// <summary>Somebody who has not signed in, with cookies and a network address of their own.</summary>
    public Visitor NewVisitor() => NewVisitor(new CookieContainer());

    /// <summary>The same at another address of the site than the usual one, for example with https.</summary>
    public Visitor NewVisitor(Uri address) => NewVisitor(new CookieContainer(), address);

    /// <summary>
    /// Gives the person an account if they have none and a session with a fresh second factor, past the log-in pages, which have tests of
    /// their own.
    /// </summary>
    public async Task<Visitor> SignInAsync(Actor actor, SignInMethod method = SignInMethod.Passkey, bool withSecondFactor = true)
    {
        var cookies = new CookieContainer();
        cookies.Add(new Uri(TestSettings.PublicUrl), CookieOf(await StartSessionAsync(actor, method, withSecondFactor)));
        return NewVisitor(cookies);
    }

    /// <summary>The same for somebody who has been here before and keeps what cookies they have.</summary>
    public async Task SignInAsync(Visitor visitor, Actor actor) =>
        visitor.Cookies.Add(new Uri(TestSettings.PublicUrl), CookieOf(await StartSessionAsync(actor, SignInMethod.Passkey, withSecondFactor: true)));

    private async Task<AccountSessionId> StartSessionAsync(Actor actor, SignInMethod method, bool withSecondFactor)
    {
        var account = await AccountOfAsync(actor);
        var generation = (await Db.AllAsync<Account>()).Single(a => a.Id == account).SessionGeneration;
        var session = await Run(services => services.GetRequiredService<StartSessionHandler>().HandleAsync(
            new StartSession(account, generation, new SessionStart(method, withSecondFactor, IsOwnPhone: false, "A test", "10.0.0.1")), CancellationToken.None));
        return session.Value;
    }

    /// <summary>Somebody whose browser holds the cookie of a session, however it came there.</summary>
    public Visitor NewVisitor(AccountSessionId session)
    {
        var cookies = new CookieContainer();
        cookies.Add(new Uri(TestSettings.PublicUrl), CookieOf(session));
        return NewVisitor(cookies);
    }

    /// <summary>The cookie of a session, as the program gives it to a browser.</summary>
    public Cookie CookieOf(AccountSessionId session)
    {
        var options = Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(CookieAuthenticationDefaults.AuthenticationScheme);
        return SessionCookie.Of(session, options.Cookie.Name!, options.TicketDataFormat, Clock.Now);
    }

    private Visitor NewVisitor(CookieContainer cookies, Uri? address = null)
    {
        var client = CreateDefaultClient(address ?? new Uri(TestSettings.PublicUrl), new CookieContainerHandler(cookies));
        var number = Interlocked.Increment(ref visitors);
        client.DefaultRequestHeaders.Add(AddressOfVisitor.Header, $"10.0.{number / 250}.{(number % 250) + 1}");
        return new Visitor(client, cookies);
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

        builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(Faults));
        builder.ConfigureServices(services =>
        {
            foreach (var service in Added)
            {
                services.Add(service);
            }
        });
        builder.ConfigureServices(services => services
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton<IStartupFilter, AddressOfVisitor>()
            .Configure<PasswordHasherOptions>(options => options.IterationCount = 1000));
        if (replace is not null)
        {
            builder.ConfigureServices(replace);
        }
    }

    /// <summary>The account of a person or of the administrator, made with <see cref="Password"/> when there is none.</summary>
    public Task<AccountId> AccountOfAsync(Actor actor) => Run(async services =>
    {
        var db = services.GetRequiredService<ChampionsDbContext>();
        var person = await db.StaffMembers.IgnoreQueryFilters().AsNoTracking().FirstOrDefaultAsync(s => s.Id == actor.PersonId);
        var known = await db.Accounts.IgnoreQueryFilters().AsNoTracking()
            .FirstOrDefaultAsync(a => person == null ? a.TrustId == null : a.StaffMemberId == person.Id);
        if (known is not null)
        {
            return known.Id;
        }

        var account = OpenAccount(person, actor.Roles);
        account.SetPassword((await services.GetRequiredService<IPasswords>().HashAsync(Password, CancellationToken.None)).Value, Clock.Now);
        db.Accounts.Add(account);
        await db.SaveChangesAsync();
        return account.Id;
    });

    /// <summary>Changes an account as somebody else would, past the pages for it.</summary>
    public Task ChangeAccountAsync(string email, Action<Account> change) => Run(async services =>
    {
        var db = services.GetRequiredService<ChampionsDbContext>();
        change(await db.Accounts.IgnoreQueryFilters().SingleAsync(a => a.Email == email));
        return await db.SaveChangesAsync();
    });

    private Account OpenAccount(StaffMember? person, Roles roles) => person is null
        ? Account.Open(null, null, "Administrator", "administrator@champions.example", roles, Clock.Now)
        : Account.For(person, roles & ~Roles.Champion, Clock.Now);
}
