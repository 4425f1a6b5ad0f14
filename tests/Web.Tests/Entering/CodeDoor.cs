using Champions.Application.Abstractions;
using Champions.Application.Trusts;
using Champions.TestSupport.Web;
using Microsoft.Extensions.DependencyInjection;

namespace Champions.Web.Tests.Entering;

/// <summary>The running program with a small trust that takes new people with addresses in newcomers.example.</summary>
internal sealed class CodeDoor : IAsyncDisposable
{
    public const string Newcomer = "new.person@newcomers.example";
    public const string Stranger = "new.person@nobodyknows.example";

    private CodeDoor(ChampionsApp app, SmallTrust trust)
    {
        App = app;
        Trust = trust;
    }

    public ChampionsApp App { get; }

    public SmallTrust Trust { get; }

    /// <summary>Has an account.</summary>
    public string Known => Trust.Colleague.Email;

    public static async Task<CodeDoor> OpenAsync(DatabaseKind kind = DatabaseKind.Sqlite)
    {
        var app = await ChampionsApp.StartAsync(kind);
        var door = new CodeDoor(app, await SmallTrust.CreateAsync(app.Db));
        await app.AccountOfAsync(door.Trust.AsStaff);
        await app.Run(services => services.GetRequiredService<AddTrustDomainHandler>().HandleAsync(
            new AddTrustDomain(door.Trust.Trust.Id, "newcomers.example"), SmallTrust.AsAdministrator with { SecondFactorAt = app.Clock.Now }, default));
        return door;
    }

    public async Task<Page> AskAsync(Visitor visitor, string address, string from = "/sign-in")
    {
        // A second later, so that there is a newest email
        App.Clock.Advance(TimeSpan.FromSeconds(1));
        return await (await visitor.OpenAsync(from)).PressAsync("Continue", ("Input.Email", address));
    }

    /// <summary>The newest log-in email.</summary>
    public async Task<OutgoingEmail> EmailAsync() => (await SignInMail.ReadAsync(App.Db, App.Services))[^1];

    /// <summary>Asks, reads, types.</summary>
    public async Task<Page> EnterAsync(Visitor visitor, string address, string from = "/sign-in")
    {
        var page = await AskAsync(visitor, address, from);
        return await page.PressAsync("Log in", ("Input.Code", (await EmailAsync()).Code()));
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();
}
