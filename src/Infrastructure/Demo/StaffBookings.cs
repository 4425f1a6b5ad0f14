using Champions.Application.Abstractions;
using Champions.Application.Outbox;
using Champions.Application.Reminders;
using Champions.Domain.HelpSlots;
using Champions.Domain.Staff;
using Champions.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Champions.Infrastructure.Demo;

/// <summary>
/// The bookings of the staff member with a button on the log-in page, and one email that the relay refused. They are made as people make them:
/// with an actor, so that the emails they cause are queued.
/// </summary>
internal sealed class StaffBookings(DemoTrust trust, DemoTime time)
{
    private const string Refusal = "550 5.1.1 Recipient address rejected: user unknown";

    public async Task MakeAsync(IServiceProvider services, ChampionsDbContext db, CancellationToken cancellationToken)
    {
        var staff = trust.Persona("staff");
        services.GetRequiredService<CurrentActor>().Set(new Actor(staff.Id, trust.Trust.Id, null, Roles.Staff));
        await BookAsync(db, trust.DueForReminder!, staff, "Finding blood results", time.Now.AddDays(-10), cancellationToken);
        await BookAsync(db, ComingFree(), staff, "Setting up favourites", time.Now.AddHours(-2), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);

        Refuse(db);
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task BookAsync(
        ChampionsDbContext db, HelpSlot made, StaffMember staff, string topic, DateTimeOffset then, CancellationToken cancellationToken)
    {
        var slot = await db.HelpSlots.Include(s => s.Bookings).Include(s => s.Claims).FirstAsync(s => s.Id == made.Id, cancellationToken);
        _ = slot.Book(staff.Id, new BookingRequest(trust.Systems[0].Id, topic, null, trust.Dice.Key()), then).Value;
    }

    private HelpSlot ComingFree() => trust.Slots
        .Where(s => s.StartsAt > time.Now.AddDays(2) && s.Status == HelpSlotStatus.Offered && s.SeatsTaken == 0 && s.ChampionId != trust.PersonaChampion!.Id)
        .MinBy(s => s.StartsAt)!;

    /// <summary>A confirmation to somebody whose mailbox has gone.</summary>
    private void Refuse(ChampionsDbContext db)
    {
        var (slot, booking) = trust.Slots.Where(s => s.StartsAt > time.Now && s.Status == HelpSlotStatus.Offered)
            .SelectMany(s => s.Bookings.Where(b => b.IsLive).Select(b => (s, b)))
            .MinBy(both => both.s.StartsAt);
        var person = trust.People.First(p => p.Id == booking.BookedById);
        var draft = new OutboxDraft(
            trust.Trust.Id, person.Id, person.Email, person.Name, ReminderReason.BookingConfirmed, booking.Id.Value, booking.Sequence, "",
            booking.BookedAt, slot.StartsAt, 1, slot.StartsAt, "{}");
        var email = OutboxEmail.Queue(draft, trust.Plan.Domain, booking.BookedAt);
        var row = db.OutboxEmails.Add(email);
        row.Property(e => e.State).CurrentValue = OutboxState.Dead;
        row.Property(e => e.Attempts).CurrentValue = 1;
        row.Property(e => e.LastReply).CurrentValue = Refusal;
    }
}
