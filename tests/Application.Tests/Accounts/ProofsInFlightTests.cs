using Champions.Application.Abstractions;
using Champions.Application.Accounts;
using Champions.Application.Entering;
using Champions.Domain.Accounts;
using Champions.Domain.Common;
using Microsoft.Extensions.DependencyInjection;

namespace Champions.Application.Tests.Accounts;

/// <summary>What was proved before the sessions of an account ended proves nothing afterwards, however slow the request was.</summary>
public sealed class ProofsInFlightTests
{
    private const string Old = "amber lantern quarry";
    private const string Victims = "violet kettle marsh";

    [Theory, EveryDatabase]
    public async Task A_password_that_was_right_before_it_was_reset_starts_no_session(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var account = await OpenAsync(db);
        var proved = await UseAsync<CheckPasswordHandler, Result<Account>>(
            db,
            () => db.ChangeAccountAsync(a => a.SetPassword(Victims, Given.Now)),
            handler => handler.HandleAsync(new CheckPassword(account.Email, Old, new Guesser("10.0.0.9", new Dictionary<AccountId, string>())), default));
        proved.IsSuccess.Should().BeTrue("it was compared with what was read before");

        var started = await StartAsync(db, account, proved.Value.SessionGeneration);

        started.Error.Should().Be(AccountErrors.Closed);
        (await db.AllAsync<AccountSession>()).Should().BeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task A_session_that_begins_while_everybody_is_logged_out_is_none(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var account = await OpenAsync(db);
        await db.ChangeAccountAsync(a => a.EndSessions());

        (await StartAsync(db, account, account.SessionGeneration)).Error.Should().Be(AccountErrors.Closed);
        (await StartAsync(db, account, account.SessionGeneration + 1)).IsSuccess.Should().BeTrue("it was proved afterwards");
    }

    [Theory, EveryDatabase]
    public async Task No_session_without_the_app_begins_once_it_is_in_use(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var account = await OpenAsync(db);
        await db.ChangeAccountAsync(a => a.UseAuthenticator("sealed", 1, []));

        (await StartAsync(db, account, account.SessionGeneration)).Error.Should().Be(AccountErrors.Closed);
        (await StartAsync(db, account, account.SessionGeneration, withSecondFactor: true)).IsSuccess.Should().BeTrue();
    }

    [Theory, EveryDatabase]
    public async Task A_change_of_the_password_that_was_under_way_does_not_take_the_place_of_a_reset(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var account = await OpenAsync(db);
        var thief = SmallTrust.AsAdministrator with
        {
            AccountId = account.Id, Generation = account.SessionGeneration, ProvedAt = db.Clock.Now, SecondFactorAt = db.Clock.Now,
        };

        var changed = await UseAsync<ChangePasswordHandler, Result<AccountId>>(
            db,
            () => db.ChangeAccountAsync(a => a.SetPassword(Victims, Given.Now)),
            handler => handler.HandleAsync(new ChangePassword("copper window thistle", "A test"), thief, default));

        changed.Error.Should().Be(AccountErrors.NotFresh);
        (await db.AllAsync<Account>()).Single().PasswordHash.Should().Be(Victims);
        (await db.EmailsAsync()).Should().BeEmpty();
    }

    private static async Task<Account> OpenAsync(TestDatabase db)
    {
        var account = Account.Open(null, null, "Ada King", "ada.king@here.example", Roles.None, Given.Now);
        account.SetPassword(Old, Given.Now);
        await db.SaveAsync(account);
        return account;
    }

    private static Task<Result<AccountSessionId>> StartAsync(TestDatabase db, Account account, int generation, bool withSecondFactor = false) => db.Run(
        scope => scope.GetRequiredService<StartSessionHandler>().HandleAsync(
            new StartSession(account.Id, generation, new SessionStart(SignInMethod.Password, withSecondFactor, false, "A test", "10.0.0.9")), default));

    /// <summary>A handler whose hasher is so slow that something else happens in the meantime.</summary>
    private static Task<T> UseAsync<THandler, T>(TestDatabase db, Func<Task> meanwhile, Func<THandler, Task<T>> use) => db.Run(
        scope => use(ActivatorUtilities.CreateInstance<THandler>(scope, new SlowPasswords(meanwhile))));

    /// <summary>Keeps passwords as they are, and takes its time.</summary>
    private sealed class SlowPasswords(Func<Task> meanwhile) : IPasswords
    {
        public async Task<Result<string>> HashAsync(string password, CancellationToken cancellationToken)
        {
            await meanwhile();
            return password;
        }

        public async Task<Result<bool>> MatchesAsync(string? hash, string password, CancellationToken cancellationToken)
        {
            await meanwhile();
            return hash == password;
        }
    }
}
