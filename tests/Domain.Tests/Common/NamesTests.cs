using Champions.Domain.Accounts;
using Champions.Domain.Common;
using Champions.Domain.Staff;
using Champions.Domain.Systems;
using Champions.Domain.Wards;

namespace Champions.Domain.Tests.Common;

/// <summary>A patient's number has no place in a name either.</summary>
public sealed class NamesTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 10, 0, 0, TimeSpan.Zero);

    private const string WithNumber = "See 943 476 5919";

    [Fact]
    public void A_person_of_such_a_name_is_neither_added_nor_corrected()
    {
        var trust = Id.New<TrustId>(Now);
        Join(WithNumber).Error.Should().BeEquivalentTo(new { Code = "FreeText.NhsNumber" });
        var person = Join("Priya Shah").Value;

        person.Correct(WithNumber, StaffGroup.AdministrativeAndClerical, null).Error.Should().BeEquivalentTo(new { Code = "FreeText.NhsNumber" });

        person.Name.Should().Be("Priya Shah");
        Result<StaffMember> Join(string name) => StaffMember.Join(trust, name, "priya@trust.example", StaffGroup.AdministrativeAndClerical, null, Now);
    }

    [Fact]
    public void Nothing_else_is_called_so()
    {
        var site = Id.New<SiteId>(Now);
        var trust = Id.New<TrustId>(Now);

        Error?[] refused =
        [
            Ward.Open(trust, site, "A1", WithNumber, "Cardiology Service", Now).Error,
            Ward.Open(trust, site, "9434765919", "Ward 1", "Cardiology Service", Now).Error,
            Ward.Open(trust, site, "A1", "Ward 1", WithNumber, Now).Error,
            DigitalSystem.Add(trust, WithNumber, Now).Error,
            SupportTopic.Add(trust, WithNumber, 1, Now).Error,
            SingleSignOn.SetUp(trust, new SingleSignOnSettings(WithNumber, "https://login.example", "champions", null, null, GivesSecondFactor: false), Now).Error,
        ];

        refused.Should().OnlyContain(e => e!.Code == "FreeText.NhsNumber");
    }
}
