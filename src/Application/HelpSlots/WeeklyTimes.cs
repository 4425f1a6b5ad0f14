using Champions.Application.Time;
using Champions.Domain.Common;
using Champions.Domain.HelpSlots;

namespace Champions.Application.HelpSlots;

/// <summary>The instants of one time of the UK clock on the same weekday, week after week, across clock changes.</summary>
internal static class WeeklyTimes
{
    /// <summary>A time that comes twice gives the first of the two. Days that nobody may offer are refused before they are counted on.</summary>
    public static Result<IReadOnlyList<DateTimeOffset>> Plan(DateOnly day, TimeOnly start, int weeks, DateTimeOffset now)
    {
        if (weeks is < 1 or > HelpSlot.MaxSeriesWeeks)
        {
            return HelpSlotErrors.Weeks;
        }

        var today = UkCalendar.DateOf(now);
        var lastDay = today.AddDays(7 * HelpSlot.HorizonWeeks);
        if (day < today)
        {
            return HelpSlotErrors.StartsInPast;
        }

        if (day > lastDay)
        {
            return HelpSlotErrors.StartsTooLate;
        }

        var instants = new DateTimeOffset[weeks];
        for (var week = 0; week < weeks; week++)
        {
            var date = day.AddDays(7 * week);
            if (UkCalendar.TryInstant(date, start, out instants[week]) == UkTimeKind.DoesNotExist)
            {
                return OfferErrors.NoSuchTime(date, start);
            }

            if (week > 0 && instants[week] > now.AddDays(7 * HelpSlot.HorizonWeeks))
            {
                return OfferErrors.SeriesTooLong(date);
            }
        }

        return instants;
    }
}
