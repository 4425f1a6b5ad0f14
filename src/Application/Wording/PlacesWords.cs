using Champions.Application.Time;

namespace Champions.Application.Wording;

/// <summary>How many places of a time are taken, as people read it.</summary>
public static class PlacesWords
{
    /// <param name="taken">Places that are booked.</param>
    /// <param name="capacity">Places there are.</param>
    public static string Of(int taken, int capacity) => (taken, capacity) switch
    {
        (0, 1) => "Not booked",
        (1, 1) => "Booked",
        _ when taken == capacity => $"All {capacity} places booked",
        _ => $"{taken} of {UkFormat.Count(capacity, "place")} booked",
    };
}
