using Champions.Application.Wording;

namespace Champions.Application.Tests.Wording;

public sealed class PlacesWordsTests
{
    [Theory]
    [InlineData(0, 1, "Not booked")]
    [InlineData(1, 1, "1 of 1 place booked")]
    [InlineData(0, 4, "0 of 4 places booked")]
    [InlineData(2, 4, "2 of 4 places booked")]
    [InlineData(4, 4, "All 4 places booked")]
    public void Places_are_counted_in_words(int taken, int capacity, string words) => PlacesWords.Of(taken, capacity).Should().Be(words);

    [Theory]
    [InlineData("", 1, "Not booked")]
    [InlineData("Tom Reid", 1, "Booked by Tom Reid")]
    [InlineData("Tom Reid,Priya Shah", 4, "2 of 4 places booked, by Tom Reid and Priya Shah")]
    [InlineData("A,B,C,D,E", 6, "5 of 6 places booked")]
    public void A_few_people_are_named_and_a_crowd_is_counted(string names, int capacity, string words) =>
        PlacesWords.Of(names.Split(',', StringSplitOptions.RemoveEmptyEntries), capacity).Should().Be(words);
}
