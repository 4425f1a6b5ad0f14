using Champions.Application.Abstractions;
using Champions.Application.Bookings;
using Champions.Application.Outbox;
using Champions.Application.Outbox.Sending;
using Champions.Application.Reminders;
using Champions.Domain.Champions;
using Champions.Domain.HelpSlots;
using Champions.Domain.Staff;
using Microsoft.Extensions.DependencyInjection;

namespace Champions.Application.Tests.Outbox;

/// <summary>A small trust whose emails go to a scripted relay, and the commands that cause them.</summary>
internal sealed class MailDesk : IAsyncDisposable
{
    private MailDesk(TestDatabase db, SmallTrust trust, ScriptedTransport relay)
    {
        Db = db;
        Trust = trust;
        Relay = relay;
    }

    public TestDatabase Db { get; }

    public SmallTrust Trust { get; }

    public ScriptedTransport Relay { get; }

    public string BookerAddress => Trust.Colleague.Email;

    public string ChampionAddress => Trust.ChampionPerson.Email;

    public static async Task<MailDesk> OpenAsync(DatabaseKind kind)
    {
        var relay = new ScriptedTransport();
        var db = await TestDatabase.CreateAsync(kind, services => services.AddSingleton<IEmailTransport>(relay));
        return new MailDesk(db, await SmallTrust.CreateAsync(db), relay);
    }

    public async Task<BookingId> BookAsync(HelpSlot slot, Actor? actor = null)
    {
        var by = actor ?? Trust.AsStaff;
        var system = by.TrustId == Trust.Trust.Id ? Trust.System.Id : (DigitalSystemId?)null;
        var command = new BookHelpSlot(slot.Id, system, "Finding blood results", "I have ten minutes", Guid.CreateVersion7());
        return (await Db.As(by, (BookHelpSlotHandler handler) => handler.HandleAsync(command, by, default))).Value;
    }

    public async Task MoveAsync(BookingId booking, HelpSlot to, Actor? actor = null) =>
        _ = (await Db.As(actor ?? Trust.AsStaff, (MoveBookingHandler handler) =>
            handler.HandleAsync(new MoveBooking(booking, to.Id), actor ?? Trust.AsStaff, default))).Value;

    public async Task CancelAsync(BookingId booking, Actor? actor = null, string? reason = null) =>
        _ = (await Db.As(actor ?? Trust.AsStaff, (CancelBookingHandler handler) =>
            handler.HandleAsync(new CancelBooking(booking, reason), actor ?? Trust.AsStaff, default))).Value;

    /// <summary>Another champion of the trust.</summary>
    public async Task<(StaffMember Person, Champion Champion, Actor Actor)> HireChampionAsync(string name)
    {
        var person = Given.Person(Trust.Trust.Id, name);
        var champion = Given.Champion(person);
        await Db.SaveAsync(person, champion);
        return (person, champion, new Actor(person.Id, Trust.Trust.Id, champion.Id, Roles.Staff | Roles.Champion));
    }

    public async Task<HelpSlot> OfferAsync(Champion champion, DateTimeOffset startsAt)
    {
        var slot = Given.Slot(champion, startsAt);
        await Db.SaveAsync(slot);
        return slot;
    }

    /// <summary>One run of the sender.</summary>
    public Task<string?> SendAsync(CancellationToken stop = default) => Db.Run(scope => scope.GetRequiredService<SendDueEmails>().RunAsync(stop));

    /// <summary>One run of the reminder sweep.</summary>
    public Task<string?> SweepAsync() => Db.Run(scope => scope.GetRequiredService<SweepReminders>().RunAsync(default));

    /// <summary>Who gets what, in the order of queueing.</summary>
    public async Task<IReadOnlyList<(ReminderReason Reason, string To, OutboxState State)>> QueuedAsync() =>
        [.. (await Db.EmailsAsync()).Select(e => (e.Reason, e.ToAddress, e.State))];

    public async Task<IReadOnlyList<(ReminderReason Reason, string To)>> QueuedAsync(OutboxState state) =>
        [.. (await QueuedAsync()).Where(e => e.State == state).Select(e => (e.Reason, e.To))];

    public ValueTask DisposeAsync() => Db.DisposeAsync();
}
