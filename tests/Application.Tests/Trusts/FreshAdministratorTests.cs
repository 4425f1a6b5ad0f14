using Champions.Application.PeopleList;
using Champions.Application.SingleSignOns;
using Champions.Application.Trusts;
using Champions.Domain.Accounts;
using Champions.Domain.Common;
using Champions.Domain.Trusts;

namespace Champions.Application.Tests.Trusts;

public sealed class FreshAdministratorTests
{
    private static readonly SingleSignOnSettings Settings = new("Trust account", "https://login.example", "champions", null, null, GivesSecondFactor: true);

    [Theory, EveryDatabase]
    public async Task What_changes_ways_in_or_clears_data_of_a_whole_trust_needs_a_second_factor_given_lately(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var small = await SmallTrust.CreateAsync(db);
        var trust = small.Trust.Id;
        var stale = SmallTrust.AsAdministrator with { ProvedAt = Given.Now, SecondFactorAt = Given.Now.AddMinutes(-15) };
        var fresh = stale with { SecondFactorAt = Given.Now };
        var before = (await db.AllAsync<Trust>()).Single(t => t.Id == trust);
        var provider = await db.As(fresh, (SaveSingleSignOnHandler h) => h.HandleAsync(new SaveSingleSignOn(trust, null, 0, Settings), fresh, default));

        Error?[] refused =
        [
            (await db.As(stale, (AddTrustDomainHandler h) => h.HandleAsync(new AddTrustDomain(trust, "new.example"), stale, default))).Error,
            (await db.As(stale, (RemoveTrustDomainHandler h) => h.HandleAsync(new RemoveTrustDomain(trust, "new.example"), stale, default))).Error,
            (await db.As(stale, (BringInTrustHandler h) => h.HandleAsync(new BringInTrust(trust), stale, default))).Error,
            (await db.As(stale, (AllowOwnPhonesHandler h) => h.HandleAsync(new AllowOwnPhones(trust, true), stale, default))).Error,
            (await db.As(stale, (KeepTextsHandler h) => h.HandleAsync(new KeepTexts(trust, before.Version, 3, 3), stale, default))).Error,
            (await db.As(stale, (SaveSingleSignOnHandler h) => h.HandleAsync(new SaveSingleSignOn(trust, null, 0, Settings), stale, default))).Error,
            (await db.As(stale, (EnableSingleSignOnHandler h) => h.HandleAsync(new EnableSingleSignOn(trust, provider.Value, false), stale, default))).Error,
        ];

        refused.Should().HaveCount(7).And.OnlyContain(e => e == PeopleErrors.NeedsSecondFactor);
        (await db.AllAsync<Trust>()).Single(t => t.Id == trust).Version.Should().Be(before.Version);
        (await db.AllAsync<SingleSignOn>()).Should().ContainSingle(p => p.IsEnabled);
    }

    [Theory, EveryDatabase]
    public async Task Of_two_who_had_the_same_page_open_the_second_is_told_and_the_same_answers_sent_twice_are_saved_once(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = (await SmallTrust.CreateAsync(db)).Trust;
        var fresh = SmallTrust.AsAdministrator with { ProvedAt = Given.Now, SecondFactorAt = Given.Now };
        Task<Result<SingleSignOnId>> SaveAsync(SingleSignOnId? id, int version, SingleSignOnSettings settings) => db.As(
            fresh, (SaveSingleSignOnHandler h) => h.HandleAsync(new SaveSingleSignOn(trust.Id, id, version, settings), fresh, default));
        Task<Result<string>> KeepAsync(int version, int months) => db.As(
            fresh, (KeepTextsHandler h) => h.HandleAsync(new KeepTexts(trust.Id, version, months, months), fresh, default));
        var provider = (await SaveAsync(null, 0, Settings)).Value;
        var seen = (await db.AllAsync<SingleSignOn>()).Single().Version;
        var seenTrust = (await db.AllAsync<Trust>()).Single(t => t.Id == trust.Id).Version;

        (await SaveAsync(provider, seen, Settings with { Name = "First" })).IsSuccess.Should().BeTrue();
        (await SaveAsync(provider, seen, Settings with { Name = "First" })).IsSuccess.Should().BeTrue();
        (await SaveAsync(provider, seen, Settings with { Name = "Second" })).Error.Should().Be(SingleSignOnErrors.Changed);
        (await KeepAsync(seenTrust, 7)).IsSuccess.Should().BeTrue();
        (await KeepAsync(seenTrust, 7)).IsSuccess.Should().BeTrue();
        (await KeepAsync(seenTrust, 9)).Error.Should().Be(TrustErrors.Changed);

        (await db.AllAsync<SingleSignOn>()).Should().ContainSingle(p => p.Name == "First");
        (await db.AllAsync<Trust>()).Should().ContainSingle(t => t.Id == trust.Id && t.NotesMonths == 7);
    }
}
