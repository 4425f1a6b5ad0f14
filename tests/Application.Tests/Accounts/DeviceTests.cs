using Champions.Application.Abstractions;
using Champions.Application.Accounts;
using Champions.Application.Entering;
using Champions.Application.Tests.PeopleList;
using Champions.Application.Trusts;
using Champions.Domain.Accounts;
using Champions.Domain.Trusts;

namespace Champions.Application.Tests.Accounts;

public sealed class DeviceTests
{
    [Theory, EveryDatabase]
    public async Task A_person_sees_their_own_live_sessions_with_this_one_first(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var account = await trust.OpenAccountAsync(trust.Colleague);
        var other = await trust.OpenAccountAsync(trust.ChampionPerson);
        var (here, there, ended) = (Session(account, Given.Now.AddMinutes(-20)), Session(account, Given.Now.AddMinutes(-5), "Safari on iPhone"), Session(account, Given.Now));
        ended.End(Given.Now);
        await db.SaveAsync(here, there, ended, Session(account, Given.Now.AddHours(-1)), Session(other, Given.Now));
        var actor = trust.AsStaff with { AccountId = account.Id, SessionId = here.Id };

        var devices = await ListAsync(trust, actor);

        devices.Select(d => (d.Device, d.IsThis)).Should().Equal(("Chrome on Windows", true), ("Safari on iPhone", false));
    }

    [Theory, EveryDatabase]
    public async Task All_other_devices_are_logged_out_at_once_and_this_one_stays(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var account = await trust.OpenAccountAsync(trust.Colleague);
        var colleague = await trust.OpenAccountAsync(trust.ChampionPerson);
        var (here, theirs) = (Session(account, Given.Now), Session(colleague, Given.Now));
        await db.SaveAsync(here, Session(account, Given.Now), Session(account, Given.Now), theirs);
        var actor = trust.AsStaff with { AccountId = account.Id, SessionId = here.Id };

        var ended = await db.As(actor, (EndOtherSessionsHandler handler) => handler.HandleAsync(new EndOtherSessions(), actor, default));

        ended.Value.Should().Be(2);
        (await db.AllAsync<AccountSession>()).Where(s => s.EndedAt is null).Select(s => s.Id).Should().BeEquivalentTo([here.Id, theirs.Id]);
    }

    [Theory, EveryDatabase]
    public async Task Somebody_elses_session_is_not_there(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var (account, other) = (await trust.OpenAccountAsync(trust.Colleague), await trust.OpenAccountAsync(trust.ChampionPerson));
        var theirs = Session(other, Given.Now);
        await db.SaveAsync(theirs);
        var actor = trust.AsStaff with { AccountId = account.Id };

        var refused = await db.As(actor, (EndSessionHandler handler) => handler.HandleAsync(new EndSession(theirs.Id), actor, default));

        refused.Error!.Code.Should().Be("AccountSession.NotFound");
        (await db.AllAsync<AccountSession>()).Single().EndedAt.Should().BeNull();
    }

    [Theory]
    [EveryDatabase(false, true, false)]
    [EveryDatabase(true, true, true)]
    [EveryDatabase(true, false, false)]
    public async Task A_phone_of_ones_own_counts_where_the_trust_permits_it_whatever_the_form_said(DatabaseKind kind, bool permitted, bool said, bool counts)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var account = await trust.OpenAccountAsync(trust.Colleague);
        (await AllowAsync(trust, permitted)).IsSuccess.Should().BeTrue();

        await db.Run(scope => Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<StartSessionHandler>(scope)
            .HandleAsync(new StartSession(account.Id, account.SessionGeneration, new SessionStart(SignInMethod.EmailCode, false, said, "Safari on iPhone", "10.0.0.1")), default));

        (await db.AllAsync<AccountSession>()).Single().IsOwnPhone.Should().Be(counts);
    }

    [Theory, EveryDatabase]
    public async Task Only_an_administrator_lets_a_trust_use_phones_of_their_own(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);

        var refused = await db.As(trust.AsCoordinator, (AllowOwnPhonesHandler handler) =>
            handler.HandleAsync(new AllowOwnPhones(trust.Trust.Id, true), trust.AsCoordinator, default));

        refused.Error.Should().Be(TrustErrors.OnlyAdministrators);
        (await db.AllAsync<Trust>()).Single().AllowsOwnPhones.Should().BeFalse();
    }

    private static AccountSession Session(Account account, DateTimeOffset at, string device = "Chrome on Windows") =>
        AccountSession.Start(account, new SessionStart(SignInMethod.Password, true, false, device, "10.0.0.1"), at);

    private static Task<IReadOnlyList<DeviceRow>> ListAsync(SmallTrust trust, Actor actor) =>
        trust.Db.As(actor, (DeviceQueries queries) => queries.ListAsync(actor, default));

    private static Task<Domain.Common.Result<string>> AllowAsync(SmallTrust trust, bool allowed) => trust.Db.As(
        SmallTrust.AsAdministrator, (AllowOwnPhonesHandler handler) => handler.HandleAsync(new AllowOwnPhones(trust.Trust.Id, allowed), SmallTrust.AsAdministrator with { SecondFactorAt = trust.Db.Clock.Now }, default));
}
