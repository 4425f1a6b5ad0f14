using Champions.Application.Abstractions;
using Champions.Application.Outbox;
using Champions.Application.Time;
using Champions.Domain.HelpSlots;
using Champions.Domain.Staff;
using Champions.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Champions.Infrastructure.Demo;

/// <summary>
/// The bookings of the staff member with a button on the log-in page, and one of a colleague whose mailbox has gone. They are made as people
/// make them, with an actor, so that the emails they cause are queued.
/// </summary>
internal sealed class StaffBookings(DemoTrust trust, DemoTime time)
{
    private const string Refusal = "550 5.1.1 Recipient address rejected: user unknown";

    public async Task MakeAsync(IServiceProvider services, ChampionsDbContext db, CancellationToken cancellationToken)
    {
        var staff = trust.Persona("staff");
        var free = FreeTimes();
        services.GetRequiredService<CurrentActor>().Set(new Actor(staff.Id, trust.Trust.Id, null, Roles.Staff));
        await BookAsync(db, trust.DueForReminder!, staff, "Finding blood results", time.Now.AddDays(-10), cancellationToken);
        await BookAsync(db, free[0], staff, "Setting up favourites", time.Now.AddHours(-2), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);

        var gone = trust.ColleagueFreeOn(UkCalendar.DateOf(free[1].StartsAt));
        services.GetRequiredService<CurrentActor>().Set(new Actor(gone.Id, trust.Trust.Id, null, Roles.Staff));
        await BookAsync(db, free[1], gone, "Writing a discharge summary", time.Now.AddHours(-3), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);

        Refuse(db, gone);
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task BookAsync(
        ChampionsDbContext db, HelpSlot made, StaffMember person, string topic, DateTimeOffset then, CancellationToken cancellationToken)
    {
        var slot = await db.HelpSlots.Include(s => s.Bookings).Include(s => s.Claims).FirstAsync(s => s.Id == made.Id, cancellationToken);
        _ = slot.Book(person.Id, new BookingRequest(trust.Systems[0].Id, topic, null, trust.Dice.Key()), then).Value;
    }

    /// <summary>Whole free times of other champions from the day after tomorrow on, each on a day of its own.</summary>
    private List<HelpSlot> FreeTimes() =>
    [
        .. trust.Slots
            .Where(s => s.StartsAt > time.Now.AddDays(2) && s.Status == HelpSlotStatus.Offered && s.SeatsTaken == 0 && s.ChampionId != trust.PersonaChampion!.Id)
            .OrderBy(s => s.StartsAt)
            .DistinctBy(s => UkCalendar.DateOf(s.StartsAt)),
    ];

    /// <summary>What the sender would write when the relay knows no such mailbox.</summary>
    private static void Refuse(ChampionsDbContext db, StaffMember person)
    {
        var row = db.Entry(db.OutboxEmails.Local.First(e => e.RecipientId == person.Id));
        row.Property(e => e.State).CurrentValue = OutboxState.Dead;
        row.Property(e => e.Attempts).CurrentValue = 1;
        row.Property(e => e.LastReply).CurrentValue = Refusal;
    }
}
