using Champions.Application.Abstractions;
using Champions.Application.Bookings;
using Champions.Application.Help;
using Champions.TestSupport;
using Champions.TestSupport.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Champions.Application.Tests.Help;

/// <summary>The page that is opened most must not read a trust's whole history: the databases say themselves how they would go about it.</summary>
public sealed class HelpPlanTests
{
    [Theory]
    [EveryDatabase(false)]
    [EveryDatabase(true)]
    public async Task Finding_free_times_starts_from_the_index_of_offered_times_of_the_trust(DatabaseKind kind, bool filtered)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var search = new HelpSearch(Given.Today, filtered ? trust.Ward.Id : null, filtered ? trust.System.Id : null);

        var plan = await db.ActAs(trust.AsStaff, scope =>
            QueryPlan.ExplainAsync(kind, scope, scope.GetRequiredService<HelpQueries>().WeekRows(search, trust.AsStaff)));

        plan.Should().Contain("IX_HelpSlots_TrustId_StartsAt");
        BookingsShouldBeFoundBySlot(kind, plan);
    }

    [Theory, EveryDatabase]
    public async Task Taking_and_changing_a_place_reads_the_bookings_of_that_time_only(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var slot = await trust.OfferAsync();

        var book = await db.ActAs(trust.AsStaff, scope =>
            QueryPlan.ExplainAsync(kind, scope, scope.GetRequiredService<IChampionsDb>().HelpSlots.Include(s => s.Bookings).Where(s => s.Id == slot.Id)));
        var change = await db.ActAs(trust.AsStaff, scope =>
            QueryPlan.ExplainAsync(kind, scope, scope.GetRequiredService<IChampionsDb>().SlotOf(new BookingId(Guid.CreateVersion7(Given.Now)))));

        BookingsShouldBeFoundBySlot(kind, book);
        BookingsShouldBeFoundBySlot(kind, change);
    }

    /// <summary>SQLite keeps no statistics: only an index that fits better than all others is sure to be taken.</summary>
    private static void BookingsShouldBeFoundBySlot(DatabaseKind kind, string plan)
    {
        plan.Should().NotContain("SCAN b").And.NotContain("SCAN HelpSlots").And.NotContain("Seq Scan").And.NotContain("(TrustId=?)");
        if (kind == DatabaseKind.Sqlite)
        {
            plan.Should().Contain("IX_Bookings_TrustId_HelpSlotId (TrustId=? AND HelpSlotId=?)");
        }
        else
        {
            plan.Should().MatchRegex($"IX_Bookings_TrustId_HelpSlotId|{UniqueKeys.Seat}");
        }
    }
}
