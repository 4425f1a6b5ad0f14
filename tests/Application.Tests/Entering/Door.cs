using Champions.Application.Abstractions;
using Champions.Application.Entering;
using Champions.Application.Trusts;
using Champions.Domain.Accounts;
using Champions.Domain.Common;

namespace Champions.Application.Tests.Entering;

/// <summary>A small trust that takes new people with addresses in newcomers.example, and what one does at its door.</summary>
internal sealed class Door : IAsyncDisposable
{
    public const string Newcomer = "new.person@newcomers.example";

    private static readonly Guesser Stranger = new("10.0.0.1", new Dictionary<AccountId, string>());

    private Door(TestDatabase db, SmallTrust trust)
    {
        Db = db;
        Trust = trust;
    }

    public TestDatabase Db { get; }

    public SmallTrust Trust { get; }

    /// <summary>In the list of people, without an account.</summary>
    public string Known => Trust.Colleague.Email;

    public static async Task<Door> OpenAsync(DatabaseKind kind)
    {
        var db = await TestDatabase.CreateAsync(kind);
        var door = new Door(db, await SmallTrust.CreateAsync(db));
        await door.AddDomainAsync(door.Trust, "newcomers.example");
        return door;
    }

    public Task<Result<TrustId>> AddDomainAsync(SmallTrust trust, string domain)
    {
        var administrator = SmallTrust.AsAdministrator with { SecondFactorAt = Db.Clock.Now };
        return Db.As(administrator, (AddTrustDomainHandler handler) => handler.HandleAsync(new AddTrustDomain(trust.Trust.Id, domain), administrator, default));
    }

    public async Task<OneTimeCodeId> AskAsync(string address, string? returnUrl = null, Guesser? guesser = null)
    {
        // A moment later, so that there is a newest email
        Db.Clock.Advance(TimeSpan.FromMilliseconds(10));
        return (await Nobody((AskForCodeHandler handler) => handler.HandleAsync(new AskForCode(address, returnUrl, guesser ?? Stranger), default))).Value;
    }

    /// <summary>Asks, and reads the email that came.</summary>
    public async Task<(OneTimeCodeId Id, OutgoingEmail Email)> AskAndReadAsync(string address)
    {
        var id = await AskAsync(address);
        return (id, (await MailAsync())[^1]);
    }

    public Task<Result<ProvedAddress>> TypeAsync(string digits, params OneTimeCodeId[] asked) =>
        TypeAsync(Stranger, digits, asked);

    public Task<Result<ProvedAddress>> TypeAsync(Guesser guesser, string digits, params OneTimeCodeId[] asked) =>
        Nobody((UseCodeHandler handler) => handler.HandleAsync(new UseCode(asked, digits, guesser), default));

    public Task<Result<ProvedAddress>> PressAsync(string token) =>
        Nobody((UseSignInLinkHandler handler) => handler.HandleAsync(new UseSignInLink(token), default));

    public Task<string?> LookAsync(string token) => Nobody((SignInLinkQueries queries) => queries.FindAsync(token, default));

    public Task<Result<AccountId>> JoinAsync(JoinTrust answers) =>
        Nobody((JoinTrustHandler handler) => handler.HandleAsync(answers, default));

    /// <summary>Log-in emails so far, oldest first.</summary>
    public Task<IReadOnlyList<OutgoingEmail>> MailAsync() => SignInMail.ReadAsync(Db, Db.Services);

    /// <summary>Another six digits than these.</summary>
    public static string NotThese(string digits) => digits == "000000" ? "000001" : "000000";

    public ValueTask DisposeAsync() => Db.DisposeAsync();

    private Task<T> Nobody<TUseCase, T>(Func<TUseCase, Task<T>> use) where TUseCase : notnull =>
        Db.Run(scope => use(Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<TUseCase>(scope)));
}
