using Champions.Application.Abstractions;
using Champions.Application.SingleSignOns;
using Champions.Domain.Accounts;
using Champions.TestSupport.SignOn;
using Champions.TestSupport.Web;
using Microsoft.Extensions.DependencyInjection;

namespace Champions.Web.Tests.Access.SignOn;

/// <summary>Two trusts of which the first has a real identity provider, and a visitor's way there and back.</summary>
public sealed class SignOnWorld : IAsyncDisposable
{
    private SignOnWorld(ChampionsApp app, SmallTrust trust, SmallTrust other, IdentityProvider provider)
    {
        App = app;
        Trust = trust;
        Other = other;
        Provider = provider;
    }

    public ChampionsApp App { get; }

    public SmallTrust Trust { get; }

    public SmallTrust Other { get; }

    public IdentityProvider Provider { get; }

    public SingleSignOnId Id { get; private set; }

    public static async Task<SignOnWorld> CreateAsync(DatabaseKind kind, string? requiredAcr = null, bool givesSecondFactor = false)
    {
        var app = await ChampionsApp.StartAsync(kind);

        // Tokens are made and checked by real clocks
        app.Clock.Now = TimeProvider.System.GetUtcNow();
        var trust = await SmallTrust.CreateAsync(app.Db);
        var world = new SignOnWorld(app, trust, await SmallTrust.CreateOtherAsync(app.Db), await IdentityProvider.StartAsync());
        world.Id = await world.SetUpAsync(trust, requiredAcr, givesSecondFactor);
        return world;
    }

    public async Task<SingleSignOnId> SetUpAsync(SmallTrust trust, string? requiredAcr = null, bool givesSecondFactor = false)
    {
        var administrator = await App.SignInAsync(SmallTrust.AsAdministrator);
        var page = await administrator.OpenAsync($"/admin/trusts/{trust.Trust.Id.Value}/single-sign-on/new");
        page = await page.PressAsync(
            "Add",
            ("Input.Name", $"{trust.Trust.Code} account"),
            ("Input.Issuer", Provider.Issuer),
            ("Input.ClientId", IdentityProvider.ClientId),
            ("Input.Secret", IdentityProvider.ClientSecret),
            ("Input.RequiredAcr", requiredAcr),
            ("Input.GivesSecondFactor", givesSecondFactor ? "true" : null));
        return new SingleSignOnId(Guid.Parse(page.Address.Split('/')[^1]));
    }

    /// <summary>Says that the provider's subject is this person.</summary>
    public async Task LinkAsync(Actor person, string subject)
    {
        var account = await App.AccountOfAsync(person);
        await App.Db.SaveAsync(new ExternalLogin(account, Provider.Issuer, subject, App.Clock.Now));
    }

    /// <summary>From the button at the door to wherever Champions leads after the provider has answered.</summary>
    public async Task<Page> LogInAsync(Visitor visitor, string? returnUrl = null, SingleSignOnId? provider = null) =>
        await visitor.OpenAsync((await AnswerAsync(visitor, returnUrl, provider)).PathAndQuery);

    /// <summary>The address with which the provider sends the browser back.</summary>
    public async Task<Uri> AnswerAsync(Visitor visitor, string? returnUrl = null, SingleSignOnId? provider = null)
    {
        var query = returnUrl is null ? "" : $"?returnUrl={Uri.EscapeDataString(returnUrl)}";
        using var start = await visitor.Client.GetAsync($"/sign-in/single-sign-on/{(provider ?? Id).Value}{query}");
        start.Headers.Location.Should().NotBeNull($"{(int)start.StatusCode}: {await start.Content.ReadAsStringAsync()}");
        return await Provider.LogInAsync(start.Headers.Location!);
    }

    public Task<IReadOnlyList<SingleSignOnChoice>> ChoicesAsync() =>
        App.Run(services => services.GetRequiredService<SingleSignOnQueries>().ChoicesAsync(CancellationToken.None));

    public async ValueTask DisposeAsync()
    {
        await Provider.DisposeAsync();
        await App.DisposeAsync();
    }
}
