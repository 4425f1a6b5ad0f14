using Champions.Application.SupportSessions;
using Champions.Application.Time;
using Champions.Domain;
using Champions.Domain.Common;
using Champions.Domain.HelpSlots;
using Champions.Domain.SupportSessions;
using Microsoft.AspNetCore.Mvc;

namespace Champions.Web.Pages.Sessions;

/// <summary>The quick log: blank, or filled in from a booking that has started.</summary>
public sealed class LogModel(SessionFormQueries form, SessionQueries sessions, LogSessionHandler handler, TimeProvider clock)
    : SessionFormPage(form, clock)
{
    private readonly SessionFormQueries form = form;

    /// <summary>The booking to log; anything that is not one of the trust's is not found.</summary>
    [FromQuery(Name = "booking")]
    public string? BookingInAddress { get; set; }

    /// <summary>Ward to begin with, from "Log another".</summary>
    [FromQuery(Name = "ward")]
    public string? WardInAddress { get; set; }

    /// <summary>Champion to begin with, for coordinators.</summary>
    [FromQuery(Name = "champion")]
    public string? ChampionInAddress { get; set; }

    public BookingToLog? Booking { get; private set; }

    public override bool DayMayBeEmpty => true;

    public bool IsOwn(BookingToLog booking) => booking.ChampionId == Actor.ChampionId;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await FindBookingAsync(cancellationToken) is { } answer)
        {
            return answer;
        }

        if (Booking is { } booking && WhyNot(booking) is { } stop)
        {
            return StopWith(stop);
        }

        await LoadChoicesAsync(cancellationToken);
        await FillInAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await FindBookingAsync(cancellationToken) is { } answer)
        {
            return answer;
        }

        await LoadChoicesAsync(cancellationToken);
        if (Input.RequestKey == Guid.Empty)
        {
            ModelState.AddModelError("", "This form is not complete. Open it again and fill it in.");
        }

        if (AsksForChampion && Input.Champion is null && Actor.ChampionId is null)
        {
            ModelState.AddModelError($"{nameof(Input)}.{nameof(Input.Champion)}", SupportSessionErrors.ChampionNeeded.Message);
        }

        if (Read() is not { } read)
        {
            return Again();
        }

        var champion = AsksForChampion && Input.Champion is { } chosen ? new ChampionId(chosen) : (ChampionId?)null;
        var logged = await handler.HandleAsync(
            new LogSession(champion, Booking?.Id, read.Entry(Today), read.NewFollowUp(), Input.RequestKey), Actor, cancellationToken);
        return logged.IsSuccess
            ? SeeOther($"/sessions/{logged.Value.Value}/saved")
            : await AnswerAsync(logged.Error, champion, cancellationToken);
    }

    /// <summary>Null when there is none in the address or it may be logged by the actor.</summary>
    private async Task<IActionResult?> FindBookingAsync(CancellationToken cancellationToken)
    {
        if (BookingInAddress is { } address)
        {
            var found = Guid.TryParse(address, out var id) ? await form.BookingAsync(new BookingId(id), Actor, cancellationToken) : HelpSlotErrors.BookingNotFound;
            if (!found.IsSuccess)
            {
                return Refuse(found.Error);
            }

            Booking = found.Value;
        }

        AsksForChampion = Actor.IsCoordinator && Booking is null;
        return null;
    }

    private async Task FillInAsync(CancellationToken cancellationToken)
    {
        var named = AsksForChampion && Guid.TryParse(ChampionInAddress, out var id) && Choices.Champions.Any(c => c.Id == id)
            ? new ChampionId(id)
            : (ChampionId?)null;
        var champion = Booking?.ChampionId ?? named ?? Actor.ChampionId;
        Input = SessionForm.Blank(champion is { } whose
            ? await form.DefaultsAsync(whose, cancellationToken)
            : new SessionDefaults(null, null, SupportMode.InPersonOnWard));
        Input.Champion = champion?.Value;
        Input.RequestKey = Guid.CreateVersion7(Now);
        Input.FollowUpDue = InAWeek(Today);
        if (Guid.TryParse(WardInAddress, out var ward))
        {
            Input.Ward = ward;
        }

        if (Booking is { } booking)
        {
            Input.Take(booking, UkCalendar.DateOf(booking.StartsAt));
        }
    }

    /// <summary>Booked, and begun: anything else is not to be logged.</summary>
    private SessionStop? WhyNot(BookingToLog booking) => booking switch
    {
        { Session: { } session } => AlreadyLogged(session.Value),
        { Status: BookingStatus.CancelledByStaff or BookingStatus.CancelledByChampion } =>
            Stopped("This booking was cancelled", HelpSlotErrors.BookingClosed, booking),
        _ when booking.StartsAt > Now => Stopped("This booking has not started yet", HelpSlotErrors.NotYetStarted, booking),
        _ => null,
    };

    private async Task<IActionResult> AnswerAsync(Error error, ChampionId? champion, CancellationToken cancellationToken)
    {
        if (error == SupportSessionErrors.BookingAlreadyLogged && await sessions.OfBookingAsync(Booking!.Id, cancellationToken) is { } logged)
        {
            return StopWith(AlreadyLogged(logged));
        }

        if (error == SupportSessionErrors.SameKeyOtherContent
            && (Booking?.ChampionId ?? champion ?? Actor.ChampionId) is { } whose
            && await sessions.OfFormAsync(whose, Input.RequestKey, cancellationToken) is { } saved)
        {
            return StopWith(new SessionStop("This form was already saved", error.Message, $"/sessions/{saved}", "See the session"));
        }

        if (error == SupportSessionErrors.AlreadyUndone)
        {
            return StopWith(new SessionStop(
                "This session was undone", "You saved this form and then took it back. Log the session again on a new form.", "/sessions/log", "Log a session"));
        }

        return Booking is { } booking && (error == HelpSlotErrors.BookingClosed || error == HelpSlotErrors.NotYetStarted)
            ? StopWith(Stopped("This booking cannot be logged", error, booking))
            : RefuseForm(error);
    }

    private static SessionStop AlreadyLogged(Guid session) => new(
        "This booking is already logged", SupportSessionErrors.BookingAlreadyLogged.Message, $"/sessions/{session}", "See the session");

    private static SessionStop Stopped(string heading, Error error, BookingToLog booking) =>
        new(heading, error.Message, $"/bookings/{booking.Id.Value}", "See the booking");

    private static DateOnly InAWeek(DateOnly today)
    {
        var day = today.AddDays(7);
        return UkCalendar.IsWorkingDay(day) ? day : UkCalendar.AddWorkingDays(day, 1);
    }
}
