using Champions.Application.Abstractions;
using Champions.Application.Auditing;
using Champions.Domain.HelpSlots;
using Champions.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Champions.Infrastructure.Tests.Persistence;

/// <summary>Every change leaves a row that says who, when and what; nothing that people wrote stands in it.</summary>
public sealed class AuditTrailTests
{
    private static readonly AccountId Author = new(Guid.CreateVersion7(Given.Now));

    private const string Private = "Cannot open my late mother's record";

    [Theory, EveryDatabase]
    public async Task A_change_says_who_when_and_what_in_the_same_save(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var slot = await trust.OfferAsync();
        db.Clock.Now = Given.Now.AddMinutes(5);

        await CancelAsync(trust, slot, Private);

        var rows = (await db.AllAsync<AuditEntry>()).Where(a => a.EntityId == slot.Id.Value.ToString()).ToList();
        rows.Select(r => r.Action).Should().BeEquivalentTo("Added", "Changed");
        var changed = rows.Single(r => r.Action == "Changed");
        changed.AccountId.Should().Be(Author);
        changed.TrustId.Should().Be(trust.Trust.Id);
        changed.At.Should().Be(Given.Now.AddMinutes(5));
        changed.Entity.Should().Be(nameof(HelpSlot));
        changed.Changes.Should().Contain("\"Status\":[\"Offered\",\"Cancelled\"]").And.Contain("\"CancelReason\":[]");
    }

    [Theory, EveryDatabase]
    public async Task What_people_wrote_is_never_quoted(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var slot = Given.Slot(trust.Champion);
        slot.Book(trust.Colleague.Id, Given.Request(topic: Private, note: Private), Given.Now);
        await db.SaveAsync(slot, Given.Session(trust.Champion, Given.Answers(note: Private)));

        await CancelAsync(trust, slot, Private);

        var rows = await db.AllAsync<AuditEntry>();
        rows.Should().HaveCountGreaterThan(8);
        rows.Should().NotContain(r => r.Changes.Contains("mother") || r.EntityId.Contains("mother"));
        rows.Should().NotContain(r => r.Changes.Contains(trust.Colleague.Name) || r.Changes.Contains(trust.Colleague.Email));
    }

    [Theory, EveryDatabase]
    public async Task A_new_row_tells_what_it_began_with(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var account = Account.For(trust.Coordinator, Roles.Coordinator, Given.Now);
        account.ReplaceRecoveryCodes([new byte[32]]);
        var passkey = new Passkey(account.Id, [1, 2, 3], "My phone", Given.Now);

        await db.SaveAsync(account, passkey);
        await db.SaveAsync(new ExternalLogin(account.Id, "https://login.example", "helen.carter", Given.Now));

        var rows = (await db.AllAsync<AuditEntry>()).Where(a => a.Number > 0 && a.TrustId == trust.Trust.Id).OrderBy(a => a.Number).TakeLast(4).ToList();
        rows.Select(r => r.Entity).Should().BeEquivalentTo(nameof(Account), nameof(RecoveryCode), nameof(Passkey), nameof(ExternalLogin));
        rows.Single(r => r.Entity == nameof(Account)).Changes.Should().Be(
            $$"""{"Roles":[null,"Staff, Coordinator"],"StaffMemberId":[null,"{{trust.Coordinator.Id.Value}}"]}""");
        rows.Should().NotContain(r => r.EntityId.Contains("helen") || r.Changes.Contains("phone"), "the subject of an identity provider may be a name");
    }

    [Theory, EveryDatabase]
    public async Task A_change_that_is_not_stored_leaves_no_row(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        await trust.OfferAsync();
        var before = (await db.AllAsync<AuditEntry>()).Count;

        var overlapping = () => db.SaveAsync(Given.Slot(trust.Champion));

        await overlapping.Should().ThrowAsync<DbUpdateException>();
        (await db.AllAsync<AuditEntry>()).Should().HaveCount(before);
    }

    private static Task CancelAsync(SmallTrust trust, HelpSlot slot, string reason) => trust.Db.ActAs(trust.AsChampion with { AccountId = Author }, async scope =>
    {
        var context = scope.GetRequiredService<IChampionsDb>();
        var loaded = await context.HelpSlots.Include(s => s.Bookings).ThenInclude(b => b.Claims).Include(s => s.Claims).SingleAsync(s => s.Id == slot.Id);
        loaded.Cancel(reason, Given.Now).IsSuccess.Should().BeTrue();
        await context.SaveChangesAsync(default);
    });
}
