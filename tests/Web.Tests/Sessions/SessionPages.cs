using Champions.Domain.HelpSlots;
using Champions.Domain.SupportSessions;
using Champions.TestSupport.Web;

namespace Champions.Web.Tests.Sessions;

/// <summary>What the tests of these pages do again and again.</summary>
internal static class SessionPages
{
    /// <summary>The two answers that a blank form does not have.</summary>
    public static Task<Page> SaveAsync(this Page form, params (string Name, string? Value)[] answers)
    {
        List<(string, string?)> all = [.. answers];
        if (answers.All(a => a.Name != "Input.Length"))
        {
            all.Add(("Input.Length", "15"));
        }

        if (answers.All(a => a.Name != "Input.Outcome"))
        {
            all.Add(("Input.Outcome", nameof(SessionOutcome.Resolved)));
        }

        return form.PressAsync("Save session", [.. all]);
    }

    /// <summary>A booking by the colleague in a slot that began half an hour ago.</summary>
    public static async Task<Booking> StartedBookingAsync(this SmallTrust trust)
    {
        var slot = Given.Slot(trust.Champion, trust.Db.Clock.Now.AddMinutes(30), minutes: 45);
        var booking = slot.Book(trust.Colleague.Id, Given.Request(), Given.Now).Value;
        await trust.Db.SaveAsync(slot);
        trust.Db.Clock.Advance(TimeSpan.FromHours(1));
        return booking;
    }

    public static (string Name, string? Value)[] Date(string name, DateOnly day) =>
    [
        ($"{name}.Day", day.Day.ToString()), ($"{name}.Month", day.Month.ToString()), ($"{name}.Year", day.Year.ToString()),
    ];
}
