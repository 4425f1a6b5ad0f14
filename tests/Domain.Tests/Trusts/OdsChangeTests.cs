using System.Globalization;
using Champions.Domain.Common;
using Champions.Domain.Trusts;

namespace Champions.Domain.Tests.Trusts;

public sealed class OdsChangeTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 10, 0, 0, TimeSpan.Zero);

    private static readonly TrustRecord Bristol = new(
        "RA7", "BRISTOL NHS TRUST", "Bristol NHS Trust", "Y58", "QUY", "Marlborough Street, Bristol", "BS1 3NU", "0117 923 0000", new DateOnly(1991, 4, 1), null);

    private static readonly SiteRecord Infirmary = new(
        "RA701", "BRISTOL ROYAL INFIRMARY", "Bristol Royal Infirmary", "Marlborough Street, Bristol", "BS2 8HW", new DateOnly(1991, 4, 1), null);

    public OdsChangeTests() => CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("en-GB");

    [Fact]
    public void A_trust_that_is_listed_as_before_has_not_changed() => Trust.FromOds(Bristol, Now).Update(Bristol).Should().BeEmpty();

    [Fact]
    public void Every_change_of_a_trust_is_told()
    {
        var trust = Trust.FromOds(Bristol, Now);

        var changes = trust.Update(Bristol with
        {
            OdsName = "AVON NHS TRUST", Name = "Avon NHS Trust", ClosedOn = new DateOnly(2026, 6, 30), Postcode = "BS9 9ZZ", Telephone = "",
        });

        changes.Select(c => c.Words).Should().Equal(
            "renamed from Bristol NHS Trust to Avon NHS Trust", "closed on 30 June 2026", "moved to Marlborough Street, Bristol, BS9 9ZZ", "details changed");
        trust.Name.Should().Be("Avon NHS Trust");
        trust.Code.Should().Be("RA7");
    }

    [Fact]
    public void A_trust_can_open_again()
    {
        var trust = Trust.FromOds(Bristol with { ClosedOn = new DateOnly(2026, 6, 30) }, Now);

        trust.Update(Bristol).Should().ContainSingle().Which.Should().Be(new OdsChange(OdsChangeKind.Reopened, "open again"));
    }

    [Fact]
    public void A_site_keeps_its_code_and_trust_when_its_list_entry_changes()
    {
        var trust = Trust.FromOds(Bristol, Now);
        var site = Site.FromOds(trust.Id, Infirmary, Now);

        site.Update(Infirmary with { Address = "Horfield Road, Bristol" }).Select(c => c.Kind).Should().Equal(OdsChangeKind.Moved);

        site.TrustId.Should().Be(trust.Id);
        site.Update(Infirmary with { Address = "Horfield Road, Bristol" }).Should().BeEmpty();
    }

    [Fact]
    public void A_site_is_handed_over_to_another_trust_and_not_to_its_own()
    {
        var (bristol, avon) = (Trust.FromOds(Bristol, Now), Trust.FromOds(Bristol with { Code = "RVJ" }, Now));
        var site = Site.FromOds(bristol.Id, Infirmary, Now);

        site.HandOver(bristol, bristol).Should().BeNull();
        site.HandOver(bristol, avon)!.Words.Should().Be("handed over from RA7 to RVJ");

        site.TrustId.Should().Be(avon.Id);
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("2026-11-24", true)]
    [InlineData("2026-11-23", false)]
    public void A_trust_is_brought_in_until_its_last_day(string? closed, bool allowed)
    {
        var trust = Trust.FromOds(Bristol with { ClosedOn = closed is null ? null : DateOnly.Parse(closed, CultureInfo.InvariantCulture) }, Now);

        Result result = trust.BringIn(new DateOnly(2026, 11, 24));

        result.IsSuccess.Should().Be(allowed);
        trust.UsesChampions.Should().Be(allowed);
    }
}
