using Champions.Application.Abstractions;
using Champions.Application.Catalogue;
using Champions.Application.WardList;
using Champions.Domain.Common;
using Champions.Domain.HelpSlots;
using Champions.Domain.Systems;
using Champions.Domain.Wards;

namespace Champions.Application.Tests.WardList;

public sealed class WardListTests
{
    [Theory, EveryDatabase]
    public async Task A_coordinator_adds_a_ward_and_says_anew_what_it_is_called(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);

        var added = await SaveAsync(trust, new SaveWard(null, trust.Site.Id, "9C", "Willow Ward", ""));
        (await SaveAsync(trust, new SaveWard(added.Value, default, "9D", "Willow Ward East", "Cardiology"))).Value.Should().Be(added.Value);

        (await db.AllAsync<Ward>()).Single(w => w.Id == added.Value).Should().BeEquivalentTo(
            new { Code = "9D", Name = "Willow Ward East", Specialty = "Cardiology", SiteId = trust.Site.Id, TrustId = trust.Trust.Id });
    }

    [Theory, EveryDatabase]
    public async Task A_code_is_used_once_in_a_trust_however_it_is_written(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var other = await SmallTrust.CreateOtherAsync(db);

        (await SaveAsync(trust, new SaveWard(null, trust.Site.Id, "7b ", "Willow Ward", ""))).Error.Should().Be(WardErrors.CodeTaken);
        (await SaveAsync(trust, new SaveWard(trust.OtherWard.Id, default, "7B", "Willow Ward", ""))).Error.Should().Be(WardErrors.CodeTaken);
        (await SaveAsync(trust, new SaveWard(trust.Ward.Id, default, "7b", "Maple Ward", ""))).IsSuccess.Should().BeTrue("it is its own code");
        var raced = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => SaveAsync(trust, new SaveWard(null, trust.Site.Id, "9C", "Willow Ward", "")))));
        raced.Count(r => r.IsSuccess).Should().Be(1);
        raced.Where(r => !r.IsSuccess).Should().OnlyContain(r => r.Error == WardErrors.CodeTaken);
        (await SaveAsync(other, new SaveWard(null, other.Site.Id, "9C", "Willow Ward", ""))).IsSuccess.Should().BeTrue("codes are each trust's own");
    }

    [Theory, EveryDatabase]
    public async Task Another_trusts_site_and_ward_are_not_there_and_bad_names_are_refused(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var other = await SmallTrust.CreateOtherAsync(db);

        (await SaveAsync(trust, new SaveWard(null, other.Site.Id, "9C", "Willow Ward", ""))).Error.Should().Be(WardErrors.SiteNotFound);
        (await SaveAsync(trust, new SaveWard(other.Ward.Id, default, "9C", "Willow Ward", ""))).Error.Should().Be(WardErrors.NotFound);
        (await CloseAsync(trust, other.Ward.Id)).Error.Should().Be(WardErrors.NotFound);
        (await SaveAsync(trust, new SaveWard(null, trust.Site.Id, " ", "Willow Ward", ""))).Error.Should().Be(WardErrors.CodeNotUsable);
        (await SaveAsync(trust, new SaveWard(null, trust.Site.Id, "9C", new string('x', 61), ""))).Error.Should().Be(WardErrors.NameNotUsable);
        (await SaveAsync(trust, new SaveWard(null, trust.Site.Id, "9C", "Willow Ward", new string('x', 101)))).Error.Should().Be(WardErrors.SpecialtyNotUsable);
        foreach (var actor in new[] { trust.AsStaff, trust.AsChampion, trust.AsHelpdesk, SmallTrust.AsAdministrator })
        {
            (await SaveAsync(trust, new SaveWard(null, trust.Site.Id, "9C", "Willow Ward", ""), actor)).Error.Should().Be(WardErrors.NotAllowed);
            (await CloseAsync(trust, trust.Ward.Id, actor: actor)).Error.Should().Be(WardErrors.NotAllowed);
        }
    }

    [Theory, EveryDatabase]
    public async Task A_ward_closes_once_nobody_counts_on_it_and_opens_again(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        await trust.AssignAsync(trust.Champion, trust.Ward, Given.Today);
        var slot = await trust.OfferAsync(Given.Offer(mode: SupportMode.InPersonOnWard, ward: trust.Ward.Id, place: null));

        (await CloseAsync(trust, trust.Ward.Id)).Error!.Message.Should().Be("1 champion looks after this ward. End the assignment first.");
        await db.ExecuteAsync("UPDATE \"WardAssignments\" SET \"Until\" = \"From\"");
        (await CloseAsync(trust, trust.Ward.Id)).Error!.Message.Should().Be("1 time to come is offered on this ward. Cancel it first.");
        await db.ChangeAsync<HelpSlot>(s => s.Id == slot.Id, s => s.Cancel(null, Given.Now));

        (await CloseAsync(trust, trust.Ward.Id)).IsSuccess.Should().BeTrue();
        (await CloseAsync(trust, trust.Ward.Id)).IsSuccess.Should().BeTrue("twice changes nothing");
        (await db.AllAsync<Ward>()).Single(w => w.Id == trust.Ward.Id).ClosedOn.Should().Be(Given.Today);
        (await CloseAsync(trust, trust.Ward.Id, closed: false)).IsSuccess.Should().BeTrue();
        (await db.AllAsync<Ward>()).Single(w => w.Id == trust.Ward.Id).ClosedOn.Should().BeNull();
    }

    [Theory, EveryDatabase]
    public async Task Systems_and_topics_are_added_once_by_a_coordinator(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);

        (await AddSystemAsync(trust, "Rota")).IsSuccess.Should().BeTrue();
        (await AddSystemAsync(trust, "ROTA ")).Error.Should().Be(CatalogueErrors.SystemTaken);
        (await AddSystemAsync(trust, "")).Error!.Code.Should().Be("DigitalSystem.Name");
        (await AddSystemAsync(trust, "Payroll", trust.AsHelpdesk)).Error.Should().Be(CatalogueErrors.NotAllowed);
        (await AddTopicAsync(trust, "Finding results")).IsSuccess.Should().BeTrue();
        (await AddTopicAsync(trust, "finding results")).Error.Should().Be(CatalogueErrors.TopicTaken);

        (await db.AllAsync<DigitalSystem>()).Select(s => s.Name).Should().BeEquivalentTo("Electronic patient record", "Rota");
        (await db.AllAsync<SupportTopic>()).Single(t => t.Name == "Finding results").Position.Should().Be(2);
    }

    private static Task<Result<WardId>> SaveAsync(SmallTrust trust, SaveWard command, Actor? actor = null) =>
        trust.Db.As(actor ?? trust.AsCoordinator, (SaveWardHandler handler) => handler.HandleAsync(command, actor ?? trust.AsCoordinator, default));

    private static Task<Result<string>> CloseAsync(SmallTrust trust, WardId ward, bool closed = true, Actor? actor = null) =>
        trust.Db.As(actor ?? trust.AsCoordinator, (CloseWardHandler handler) => handler.HandleAsync(new CloseWard(ward, closed), actor ?? trust.AsCoordinator, default));

    private static Task<Result<string>> AddSystemAsync(SmallTrust trust, string name, Actor? actor = null) =>
        trust.Db.As(actor ?? trust.AsCoordinator, (AddSystemHandler handler) => handler.HandleAsync(new AddSystem(name), actor ?? trust.AsCoordinator, default));

    private static Task<Result<string>> AddTopicAsync(SmallTrust trust, string name) =>
        trust.Db.As(trust.AsCoordinator, (AddTopicHandler handler) => handler.HandleAsync(new AddTopic(name), trust.AsCoordinator, default));
}
