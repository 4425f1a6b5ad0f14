using Champions.Application.Time;

namespace Champions.Application.Wording;

/// <summary>How many places of a time are taken, as people read it.</summary>
public static class PlacesWords
{
    private const int MostNames = 4;

    /// <summary>"Booked by Tom Reid", "2 of 4 places booked, by Tom Reid and Priya Shah"; a crowd is only counted.</summary>
    /// <param name="bookedBy">Who holds the places.</param>
    /// <param name="capacity">Places there are.</param>
    public static string Of(IReadOnlyList<string> bookedBy, int capacity) => bookedBy.Count switch
    {
        0 or > MostNames => Of(bookedBy.Count, capacity),
        1 when capacity == 1 => $"Booked by {bookedBy[0]}",
        var taken => $"{Of(taken, capacity)}, by {UkFormat.List(bookedBy)}",
    };

    /// <summary>"2 of 4 places booked".</summary>
    /// <param name="taken">Places that are booked.</param>
    /// <param name="capacity">Places there are.</param>
    public static string Of(int taken, int capacity) => (taken, capacity) switch
    {
        (0, 1) => "Not booked",
        (1, 1) => "1 of 1 place booked",
        _ when taken == capacity => $"All {capacity} places booked",
        _ => $"{taken} of {UkFormat.Count(capacity, "place")} booked",
    };
}
