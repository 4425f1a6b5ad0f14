using Champions.Domain.Common;
using Champions.Domain.Wards;
using Champions.Infrastructure.Persistence;
using Champions.Infrastructure.Persistence.Conversions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Champions.Infrastructure.Tests.Persistence;

/// <summary>How ids and instants are stored: so that their order is the order of time, on both databases.</summary>
public sealed class ConversionTests
{
    [Fact]
    public void Sixteen_bytes_of_an_id_sort_as_the_instants_it_was_made_at()
    {
        var ids = Enumerable.Range(0, 2_000).Select(n => Guid.CreateVersion7(Given.Now.AddMilliseconds(n * 7_919L))).ToList();

        var bytes = ids.Select(GuidToBytes.Write).Select(Convert.ToHexString).ToList();

        bytes.Should().BeInAscendingOrder(StringComparer.Ordinal);
        bytes[0].Should().Be(ids[0].ToString("N").ToUpperInvariant());
        bytes.Select(hex => GuidToBytes.Read(Convert.FromHexString(hex))).Should().Equal(ids);
    }

    [Fact]
    public void An_id_of_a_kind_comes_back_as_itself()
    {
        var id = Id.New<WardId>(Given.Now);
        var bytes = new IdToBytes<WardId>();
        var guid = new IdToGuid<WardId>();

        bytes.ConvertFromProvider(bytes.ConvertToProvider(id)).Should().Be(id);
        guid.ConvertFromProvider(guid.ConvertToProvider(id)).Should().Be(id);
    }

    [Fact]
    public async Task SQLite_holds_blobs_and_integers()
    {
        await using var db = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(db);
        var slot = await trust.OfferAsync(new Domain.HelpSlots.HelpSlotOffer(
            new DateTimeOffset(2027, 4, 1, 10, 0, 0, TimeSpan.FromHours(1)), 30, Domain.HelpSlots.SupportMode.VideoCall, null, null, 1, null));

        var stored = await db.Run(scope => scope.GetRequiredService<ChampionsDbContext>().Database.SqlQueryRaw<string>(
            "SELECT typeof(\"Id\") || ' ' || hex(\"Id\") || ' ' || typeof(\"StartsAt\") || ' ' || \"StartsAt\" AS \"Value\" FROM \"HelpSlots\"").SingleAsync());

        stored.Should().Be($"blob {slot.Id.Value.ToString("N").ToUpperInvariant()} integer {slot.StartsAt.UtcTicks}");
    }

    [Theory, EveryDatabase]
    public async Task Rows_ordered_by_id_come_in_the_order_they_were_made(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var made = Enumerable.Range(1, 40)
            .Select(n => Ward.Open(trust.Trust.Id, trust.Site.Id, $"W{n}", $"Ward {n}", "Respiratory Medicine Service", Given.Now.AddSeconds(n * 37)).Value)
            .ToList();
        await db.SaveAsync([.. made.OrderBy(w => w.Name, StringComparer.Ordinal)]);

        var read = await db.Run(scope => scope.GetRequiredService<ChampionsDbContext>().Wards
            .IgnoreQueryFilters().Where(w => w.Code.StartsWith("W")).OrderBy(w => w.Id).Select(w => w.Id).ToListAsync());

        read.Should().Equal(made.Select(w => w.Id));
    }

    [Theory, EveryDatabase]
    public async Task An_instant_with_an_offset_comes_back_as_the_same_instant_and_can_be_compared(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var summer = new DateTimeOffset(2027, 4, 1, 14, 15, 0, TimeSpan.FromHours(1));
        await trust.OfferAsync(summer);

        var read = await db.ActAs(trust.AsChampion, scope => scope.GetRequiredService<ChampionsDbContext>().HelpSlots
            .Where(s => s.StartsAt >= summer && s.StartsAt < summer.AddMinutes(5)).Select(s => s.StartsAt).SingleAsync());

        read.Should().Be(summer);
        read.Offset.Should().Be(TimeSpan.Zero);
    }
}
