using Champions.Application.Abstractions;
using Champions.Domain.Common;

namespace Champions.Application.Tests.Privacy;

public sealed class PersonToForgetTests
{
    [Theory]
    [InlineData("Ask Niamh O'Brien how", "Ask […] how")]
    [InlineData("NIAMH O'BRIEN'S office, niamh.obrien@trust.example", "[…]'S office, […]")]
    [InlineData("Niamh O'Brien", "[…]")]
    [InlineData("Niamh O'Briens, xNiamh O'Brien, Niamh and O'Brien", "Niamh O'Briens, xNiamh O'Brien, Niamh and O'Brien")]
    [InlineData("other.niamh.obrien@trust.example.org", "other.niamh.obrien@trust.example.org")]
    [InlineData("", "")]
    [InlineData(null, null)]
    public void Only_the_name_itself_is_taken_out(string? text, string? left) =>
        Person("Niamh O'Brien").Without(text).Should().Be(left);

    [Theory]
    [InlineData("Niamh O'Brien", true)]
    [InlineData("Al Wu", true)]
    [InlineData("Niamh", false)]
    [InlineData("e t", false)]
    [InlineData("A B Niamh", false)]
    public void A_name_is_looked_for_when_it_is_nobody_elses_word(string name, bool looked) => Person(name).IsNamedInText.Should().Be(looked);

    private static PersonToForget Person(string name) => new(default, default, name, "niamh.obrien@trust.example");
}
