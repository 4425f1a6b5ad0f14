using Champions.Application.Abstractions;
using Champions.Application.Time;
using Champions.Domain.Champions;
using Champions.Domain.Common;
using Champions.Domain.FollowUps;
using Champions.Domain.HelpSlots;
using Champions.Domain.SupportSessions;
using Microsoft.EntityFrameworkCore;

namespace Champions.Application.SupportSessions;

/// <summary>Logs help that was given or tried.</summary>
/// <param name="Champion">Who helped, when a coordinator logs it; otherwise the actor, or the champion of the booking.</param>
/// <param name="Booking">The booking it came from.</param>
/// <param name="Entry">What was filled in.</param>
/// <param name="FollowUp">Needed when the outcome is a follow-up, left aside otherwise.</param>
/// <param name="RequestKey">Made when the form was shown; the same form counts once.</param>
public sealed record LogSession(ChampionId? Champion, BookingId? Booking, SessionEntry Entry, NewFollowUp? FollowUp, Guid RequestKey);

/// <summary>Stores session, follow-up and the booking's attendance in one save.</summary>
public sealed class LogSessionHandler(IChampionsDb db, TimeProvider clock)
{
    public Task<Result<SupportSessionId>> HandleAsync(LogSession command, Actor actor, CancellationToken cancellationToken) =>
        db.RunAsync(
            ct => LogAsync(command, actor, ct),
            key => key == UniqueKeys.SessionBooking ? SupportSessionErrors.BookingAlreadyLogged : null,
            cancellationToken);

    private async Task<Result<SupportSessionId>> LogAsync(LogSession command, Actor actor, CancellationToken ct)
    {
        var slot = await SlotAsync(command.Booking, actor, ct);
        if (command.Booking is not null && slot is null)
        {
            return HelpSlotErrors.BookingNotFound;
        }

        var champion = await ChampionAsync(slot?.ChampionId ?? command.Champion ?? actor.ChampionId, actor, ct);
        if (!champion.IsSuccess)
        {
            return champion.Error;
        }

        var answers = await SessionEntryReader.ReadAsync(db, command.Entry, ct);
        if (!answers.IsSuccess)
        {
            return answers.Error;
        }

        return await SavedBeforeAsync(command, champion.Value.Id, answers.Value, ct)
            ?? await SaveAsync(command, champion.Value, actor, answers.Value, slot, ct);
    }

    private async Task<Result<SupportSessionId>> SaveAsync(
        LogSession command, Champion champion, Actor actor, SessionAnswers answers, HelpSlot? slot, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var today = UkCalendar.DateOf(now);
        var logged = SupportSession.Log(champion.TrustId, champion.Id, actor.PersonId, answers, command.Booking, command.RequestKey, today, now);
        if (!logged.IsSuccess)
        {
            return logged.Error;
        }

        var session = logged.Value;
        db.SupportSessions.Add(session);
        var stopped = await AttendAsync(slot, session, now, ct)
            ?? SessionFollowUp.Open(db, session, answers.Outcome == SessionOutcome.NeedsFollowUp, command.FollowUp, today, now);
        if (stopped is not null)
        {
            return stopped;
        }

        await db.SaveChangesAsync(ct);
        return session.Id;
    }

    /// <summary>The booking's slot: the champion's own, any of the trust for a coordinator.</summary>
    private Task<HelpSlot?> SlotAsync(BookingId? booking, Actor actor, CancellationToken ct) => booking is { } id
        ? db.HelpSlots.Include(s => s.Bookings)
            .FirstOrDefaultAsync(s => s.Bookings.Any(b => b.Id == id) && (actor.IsCoordinator || s.ChampionId == actor.ChampionId), ct)
        : Task.FromResult<HelpSlot?>(null);

    private async Task<Result<Champion>> ChampionAsync(ChampionId? id, Actor actor, CancellationToken ct)
    {
        if (!actor.IsCoordinator && (id is null || id != actor.ChampionId))
        {
            return SupportSessionErrors.MayNotLog;
        }

        return await db.Champions.FirstOrDefaultAsync(c => c.Id == id, ct) is { } champion ? champion : SupportSessionErrors.ChampionNeeded;
    }

    /// <summary>Null when this form has not been saved yet.</summary>
    private async Task<Result<SupportSessionId>?> SavedBeforeAsync(LogSession command, ChampionId champion, SessionAnswers answers, CancellationToken ct)
    {
        var saved = await db.SupportSessions.AsNoTracking().WithAnswers()
            .FirstOrDefaultAsync(s => s.ChampionId == champion && s.RequestKey == command.RequestKey, ct);
        if (saved is null)
        {
            return null;
        }

        if (saved.UndoneAt is not null)
        {
            return SupportSessionErrors.AlreadyUndone;
        }

        var promised = answers.Outcome == SessionOutcome.NeedsFollowUp ? command.FollowUp : null;
        var promise = await db.FollowUps.AsNoTracking().Where(f => f.SupportSessionId == saved.Id)
            .Select(f => new NewFollowUp(f.DueOn, f.What)).FirstOrDefaultAsync(ct);
        var same = saved.BookingId == command.Booking
            && saved.HasAnswers(answers)
            && promise == (promised is null ? null : promised with { What = Text.Tidy(promised.What) });
        return same ? saved.Id : SupportSessionErrors.SameKeyOtherContent;
    }

    private async Task<Error?> AttendAsync(HelpSlot? slot, SupportSession session, DateTimeOffset now, CancellationToken ct)
    {
        if (slot is null || session.BookingId is not { } booking)
        {
            return null;
        }

        return await db.SupportSessions.AnyAsync(s => s.BookingId == booking && s.UndoneAt == null, ct)
            ? SupportSessionErrors.BookingAlreadyLogged
            : slot.RecordAttendance(booking, session.Attendance, now).Error;
    }
}
