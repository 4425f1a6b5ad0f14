using Champions.Application.Time;
using Champions.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace Champions.Web.Pages.Account;

/// <summary>
/// Keeps somebody logged in who is still there. Each request does so by itself: the script of the warning sends this one, which needs no
/// answers and changes nothing else.
/// </summary>
public sealed class StayModel(TimeProvider clock) : ChampionsPage
{
    public SessionClock Session { get; private set; } = null!;

    public void OnGet() => Session = SessionClock.Of(HttpContext)!;

    public IActionResult OnPost()
    {
        Session = SessionClock.Of(HttpContext)!;
        return Request.Headers.Accept.ToString().Contains("application/json", StringComparison.Ordinal)
            ? new JsonResult(new { unused = Session.UnusedSeconds, latest = Session.LatestSeconds })
            : SeeOther("/account/stay", "You are still logged in.");
    }

    public string Until()
    {
        var (day, time) = UkCalendar.ToUk(clock.GetUtcNow().AddSeconds(Math.Min(Session.UnusedSeconds, Session.LatestSeconds)));
        return UkFormat.DateAndTime(day, time);
    }
}
