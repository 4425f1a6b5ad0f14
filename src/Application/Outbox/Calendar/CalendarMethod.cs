namespace Champions.Application.Outbox.Calendar;

/// <summary>What a calendar message asks for; the MIME part's <c>method=</c> must say the same.</summary>
public enum CalendarMethod
{
    /// <summary>Put the booking in the calendar, or move it there.</summary>
    Request,

    /// <summary>Take the booking out of the calendar.</summary>
    Cancel,
}
