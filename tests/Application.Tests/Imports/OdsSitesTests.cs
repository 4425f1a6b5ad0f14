using Champions.Application.Imports;
using Champions.TestSupport;

namespace Champions.Application.Tests.Imports;

public sealed class OdsSitesTests
{
    private static readonly HashSet<string> Trusts = ["RHQ", "R1A", "RM3", "G6V2S"];
    private static readonly DateOnly Before = new(2017, 10, 1);
    private static readonly DateOnly After = new(2024, 11, 1);

    [Theory]
    [InlineData("RHQ01", "RHQ")]
    [InlineData("RHQCC", "RHQ")]
    [InlineData("R1A07", "R1A")]
    [InlineData("RXX01", null)] // trust not known
    [InlineData("RHQ", null)]
    [InlineData("RHQ0101", null)]
    [InlineData("", null)]
    public void An_old_code_belongs_to_the_known_trust_it_begins_with(string code, string? expected)
    {
        OdsSites.ParentOf(code, Trusts).Should().Be(expected);
        OdsSites.ParentOf(code, Before, Trusts).Should().Be(expected);
        OdsSites.ParentOf(code, After, Trusts).Should().Be(expected);
    }

    [Theory]
    [InlineData("G6V2S")] // also the code of a trust
    [InlineData("C1G7Z")]
    [InlineData("R1A1N")] // begins with a trust's code by chance
    public void A_new_code_says_nothing_of_its_trust(string code)
    {
        OdsSites.ParentOf(code, Trusts).Should().BeNull();
        OdsSites.ParentOf(code, After, Trusts).Should().BeNull();
        OdsSites.ParentOf(code, OdsSites.NewCodesFrom, Trusts).Should().BeNull();
    }

    [Fact]
    public void A_code_of_the_new_form_from_before_there_were_new_codes_is_an_old_one()
    {
        OdsSites.ParentOf("R1A1N", OdsSites.NewCodesFrom.AddDays(-1), Trusts).Should().Be("R1A");
        OdsSites.ParentOf("C1G7Z", Before, Trusts).Should().BeNull();
    }

    [Fact]
    public async Task Every_site_of_the_2018_files_finds_its_trust()
    {
        var trusts = (await Read(TestData.TrustsInJuly)).Where(trust => trust.ClosedOn is null).Select(trust => trust.Code).ToHashSet();
        var sites = (await Read(TestData.HospitalsAndWards)).Concat(await Read(TestData.SitesOfThreeTrusts)).ToList();

        sites.Should().HaveCount(3_056 + 322);
        sites.Should().OnlyContain(site => OdsSites.ParentOf(site.Code, site.OpenedOn, trusts) == site.Code.Substring(0, 3));
        sites.Count(site => OdsSites.ParentOf(site.Code, trusts) is null).Should().Be(9, "nine old codes have the form of new ones");
    }

    private static async Task<IReadOnlyList<OdsRow>> Read(string file)
    {
        await using var stream = TestData.Open(file);
        return (await OdsFile.ReadAsync(stream)).Rows;
    }
}
