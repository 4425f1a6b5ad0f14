using Champions.Application.Abstractions;
using Champions.Application.Accounts;
using Champions.Application.Entering;
using Champions.Application.Tests.Accounts;
using Champions.Domain.Accounts;
using Champions.Domain.Common;
using Microsoft.Extensions.DependencyInjection;

namespace Champions.Application.Tests.Entering;

/// <summary>A password of 12 characters is enough beside a second factor, and only there.</summary>
public sealed class ShortPasswordTests
{
    private const string Short = "amber marsh 7";
    private const string Long = "amber marsh 7 lantern";

    [Theory, EveryDatabase]
    public async Task A_short_password_opens_nothing_once_the_second_factor_is_gone(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var account = await OpenAsync(db, Roles.None, Short, withApp: true);
        (await CheckAsync(db, account, Short)).IsSuccess.Should().BeTrue();

        await db.ChangeAccountAsync(a => a.RemoveAuthenticator());

        (await CheckAsync(db, account, Short)).Error.Should().Be(AccountErrors.PasswordTooShortAlone);
        (await CheckAsync(db, account, "amber marsh 8")).Error.Should().Be(AccountErrors.WrongPassword);
    }

    [Theory, EveryDatabase]
    public async Task The_same_when_the_role_that_needs_one_is_gone(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var account = await OpenAsync(db, Roles.Coordinator, Short, withApp: false);
        (await CheckAsync(db, account, Short)).IsSuccess.Should().BeTrue("the door asks for the second factor next");

        await db.ChangeAccountAsync(a => a.Take(Roles.Coordinator));

        (await CheckAsync(db, account, Short)).Error.Should().Be(AccountErrors.PasswordTooShortAlone);
    }

    [Theory, EveryDatabase]
    public async Task A_long_password_stays(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var account = await OpenAsync(db, Roles.None, Long, withApp: true);
        await db.ChangeAccountAsync(a => a.RemoveAuthenticator());

        (await CheckAsync(db, account, Long)).IsSuccess.Should().BeTrue();
    }

    private static async Task<Account> OpenAsync(TestDatabase db, Roles roles, string password, bool withApp)
    {
        var hash = await db.Run(scope => scope.GetRequiredService<IPasswords>().HashAsync(password, default));
        var account = Account.Open(null, null, "Ada King", "ada.king@here.example", roles, Given.Now);
        account.SetPassword(hash.Value, Given.Now);
        if (withApp)
        {
            account.UseAuthenticator("sealed", 1, []);
        }

        await db.SaveAsync(account);
        return account;
    }

    private static Task<Result<Account>> CheckAsync(TestDatabase db, Account account, string password) => db.Run(
        scope => scope.GetRequiredService<CheckPasswordHandler>()
            .HandleAsync(new CheckPassword(account.Email, password, new Guesser("10.0.0.9", new Dictionary<AccountId, string>())), default));
}
