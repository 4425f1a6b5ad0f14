using Champions.Application.Help;
using Champions.Application.Time;
using Champions.Application.Wording;

namespace Champions.Web.Pages.Help;

/// <summary>What a list of free times says about each one.</summary>
public static class HelpTimeWords
{
    /// <summary>"On your ward: Maple Ward, Royal Infirmary".</summary>
    public static string Place(HelpTime time) => time.Nearness switch
    {
        Nearness.OnMyWard => "On your ward: " + time.Where,
        Nearness.AtMySite => "At your site: " + time.Where,
        _ => time.Where,
    };

    /// <summary>"30 minutes. Knows Electronic patient record, Rostering. 3 of 8 places left".</summary>
    public static string Knows(HelpTime time)
    {
        var words = UkFormat.Length(time.Minutes);
        if (time.Knows.Length > 0)
        {
            words += ". Knows " + time.Knows;
        }

        return time.Capacity == 1 ? words : $"{words}. {time.PlacesLeft} of {UkFormat.Count(time.Capacity, "place")} left";
    }

    /// <summary>"Tuesday 1 December 2026, 2:15pm to 2:45pm with Amara Osei", for an answer among others.</summary>
    public static string Choice(HelpTime time) => $"{WhenWords.DayAndRange(time.StartsAt, time.Minutes)} with {time.Champion}";

    /// <summary>What stands below such an answer.</summary>
    public static string InOneLine(HelpTime time) => $"{Place(time)}. {Knows(time)}";
}
