using Champions.Application.Accounts;
using Champions.Application.Entering;
using Champions.Application.PeopleList;
using Champions.Application.Tests.PeopleList;
using Champions.Domain.Accounts;
using Champions.Domain.Common;
using Microsoft.Extensions.DependencyInjection;

namespace Champions.Application.Tests.Entering;

/// <summary>Once a way in has changed, nothing that was sent before lets anybody in.</summary>
public sealed class VoidCodesTests
{
    private const string New = "violet kettle marsh";

    [Theory, EveryDatabase]
    public async Task A_reset_ends_older_links_and_codes_of_the_address_and_nobody_elses(DatabaseKind kind)
    {
        await using var door = await Door.OpenAsync(kind);
        var account = await door.Trust.OpenAccountAsync(door.Trust.Colleague);
        var (asked, email) = await door.AskAndReadAsync(door.Known);
        var (others, newcomers) = await door.AskAndReadAsync(Door.Newcomer);
        var (older, newest) = (OneTimeLink.New(), OneTimeLink.New());
        await door.Db.SaveAsync(Reset(account, older.Hash), Reset(account, newest.Hash));

        (await ResetAsync(door, newest.Token)).IsSuccess.Should().BeTrue();

        (await ResetAsync(door, older.Token)).Error.Should().Be(AccountErrors.LinkOver);
        (await door.TypeAsync(email.Code(), asked)).Error.Should().Be(EnteringErrors.CodeUsed);
        (await door.PressAsync(email.Token())).Error.Should().Be(EnteringErrors.LinkGone);
        (await door.TypeAsync(newcomers.Code(), others)).IsSuccess.Should().BeTrue();
    }

    [Theory, EveryDatabase]
    public async Task A_changed_password_ends_the_codes_that_were_sent_before(DatabaseKind kind)
    {
        await using var door = await Door.OpenAsync(kind);
        var account = await door.Trust.OpenAccountAsync(door.Trust.Colleague);
        var (_, email) = await door.AskAndReadAsync(door.Known);
        var actor = door.Trust.AsStaff with { AccountId = account.Id, ProvedAt = door.Db.Clock.Now, SecondFactorAt = door.Db.Clock.Now };

        var changed = await door.Db.As(actor, (ChangePasswordHandler handler) => handler.HandleAsync(new ChangePassword(New, "A test"), actor, default));

        changed.IsSuccess.Should().BeTrue();
        (await door.PressAsync(email.Token())).Error.Should().Be(EnteringErrors.LinkGone);
    }

    [Theory]
    [EveryDatabase(AccessChange.LogOutEverywhere)]
    [EveryDatabase(AccessChange.Disable)]
    [EveryDatabase(AccessChange.Leave)]
    public async Task Who_is_logged_out_everywhere_stopped_or_gone_has_no_code_left(DatabaseKind kind, AccessChange change)
    {
        await using var door = await Door.OpenAsync(kind);
        await door.Trust.OpenAccountAsync(door.Trust.Colleague);
        await door.AskAsync(door.Known);

        (await door.Trust.ChangeAccessAsync(door.Trust.Colleague, change)).IsSuccess.Should().BeTrue();

        (await door.Db.AllAsync<OneTimeCode>()).Single().UsedAt.Should().NotBeNull();
    }

    [Theory]
    [EveryDatabase(AccessChange.LogOutEverywhere)]
    [EveryDatabase(AccessChange.Disable)]
    public async Task The_same_holds_for_an_administrator(DatabaseKind kind, AccessChange change)
    {
        await using var door = await Door.OpenAsync(kind);
        var ada = Account.Open(null, null, "Ada Wood", "ada@champions.example", Roles.Administrator, Given.Now);
        var ben = Account.Open(null, null, "Ben Hill", "ben@champions.example", Roles.Administrator, Given.Now);
        await door.Db.SaveAsync(ada, ben);
        await door.AskAsync(ben.Email);
        var actor = Desk.Administrator with { AccountId = ada.Id };

        (await door.Db.As(actor, (ChangeAdministratorHandler handler) => handler.HandleAsync(new ChangeAdministrator(ben.Id, change), actor, default)))
            .IsSuccess.Should().BeTrue();

        (await door.Db.AllAsync<OneTimeCode>()).Single().UsedAt.Should().NotBeNull();
    }

    [Theory, EveryDatabase]
    public async Task Whose_second_factor_is_taken_away_has_no_code_left(DatabaseKind kind)
    {
        await using var door = await Door.OpenAsync(kind);
        var account = await door.Trust.OpenAccountAsync(door.Trust.Colleague);
        await door.Db.SaveAsync(new ExternalLogin(account.Id, "https://login.example", "subject", Given.Now));
        var (asked, email) = await door.AskAndReadAsync(door.Known);

        (await door.Trust.TakeSecondFactorAsync(door.Trust.Colleague)).Value.IsNothing.Should().BeFalse();

        (await door.TypeAsync(email.Code(), asked)).Error.Should().Be(EnteringErrors.CodeUsed);
        (await door.PressAsync(email.Token())).Error.Should().Be(EnteringErrors.LinkGone);
    }

    [Theory, EveryDatabase]
    public async Task Who_logs_out_on_all_other_devices_has_no_code_left(DatabaseKind kind)
    {
        await using var door = await Door.OpenAsync(kind);
        var account = await door.Trust.OpenAccountAsync(door.Trust.Colleague);
        var (_, email) = await door.AskAndReadAsync(door.Known);
        var (others, newcomers) = await door.AskAndReadAsync(Door.Newcomer);
        var actor = door.Trust.AsStaff with { AccountId = account.Id };

        (await door.Db.As(actor, (EndOtherSessionsHandler handler) => handler.HandleAsync(new EndOtherSessions(), actor, default))).IsSuccess.Should().BeTrue();

        (await door.PressAsync(email.Token())).Error.Should().Be(EnteringErrors.LinkGone);
        (await door.TypeAsync(newcomers.Code(), others)).IsSuccess.Should().BeTrue();
    }

    private static OneTimeCode Reset(Account account, byte[] hash) => OneTimeCode.For(CodePurpose.ResetPassword, account.Email, [], hash, Given.Now);

    private static Task<Result<AccountId>> ResetAsync(Door door, string token) => door.Db.Run(
        scope => scope.GetRequiredService<ResetPasswordHandler>().HandleAsync(new ResetPassword(token, New, "A test"), default));
}
