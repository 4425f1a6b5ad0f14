using Champions.Application.Accounts;
using Champions.Application.Time;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;

namespace Champions.Web.Pages.Account;

/// <summary>Where the person is logged in, with the button to end each.</summary>
public sealed class DevicesModel(DeviceQueries queries, EndSessionHandler endSession, EndOtherSessionsHandler endOthers) : ChampionsPage
{
    public IReadOnlyList<DeviceRow> Devices { get; private set; } = [];

    public bool HasOthers => Devices.Any(d => !d.IsThis);

    public async Task OnGetAsync(CancellationToken cancellationToken) => Devices = await queries.ListAsync(Actor, cancellationToken);

    public async Task<IActionResult> OnPostAsync(Guid? device, CancellationToken cancellationToken)
    {
        if (device is not { } id)
        {
            return NotFound();
        }

        var ended = await endSession.HandleAsync(new EndSession(new AccountSessionId(id)), Actor, cancellationToken);
        if (!ended.IsSuccess)
        {
            return Refuse(ended.Error);
        }

        if (ended.Value == Actor.SessionId)
        {
            await HttpContext.SignOutAsync();
            return SeeOther("/", "You are logged out.");
        }

        return SeeOther("/account/devices", "That device is logged out.");
    }

    public async Task<IActionResult> OnPostOthersAsync(CancellationToken cancellationToken)
    {
        var ended = await endOthers.HandleAsync(new EndOtherSessions(), Actor, cancellationToken);
        return !ended.IsSuccess ? Refuse(ended.Error)
            : ended.Value == 0 ? SeeOtherUnchanged("/account/devices", "You were logged in on this device alone.")
            : SeeOther("/account/devices", $"{UkFormat.Count(ended.Value, "other device")} {(ended.Value == 1 ? "is" : "are")} logged out.");
    }

    public static string When(DateTimeOffset at)
    {
        var (day, time) = UkCalendar.ToUk(at);
        return $"{UkFormat.ShortDate(day)}, {UkFormat.Time(time)}";
    }
}
