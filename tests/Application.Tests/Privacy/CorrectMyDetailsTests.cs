using Champions.Application.Privacy;
using Champions.Domain.Common;
using Champions.Domain.Staff;
using Champions.Domain.Wards;

namespace Champions.Application.Tests.Privacy;

public sealed class CorrectMyDetailsTests
{
    [Theory, EveryDatabase]
    public async Task What_a_coordinator_changed_meanwhile_is_not_overwritten_and_the_same_answers_are_saved_once(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var seen = (await MeAsync(trust)).Version;
        await db.ChangeAsync<StaffMember>(p => p.Id == trust.Colleague.Id, p => p.Correct("Thomas Reid", StaffGroup.Students, null));

        (await CorrectAsync(trust, seen, "Tommy Reid", trust.Ward.Id)).Error.Should().Be(StaffErrors.DetailsChanged);
        (await MeAsync(trust)).Name.Should().Be("Thomas Reid");
        (await CorrectAsync(trust, seen + 1, "Tommy Reid", trust.Ward.Id)).IsSuccess.Should().BeTrue();
        (await CorrectAsync(trust, seen + 1, "Tommy Reid", trust.Ward.Id)).IsSuccess.Should().BeTrue();
        (await MeAsync(trust)).Should().BeEquivalentTo(new { Name = "Tommy Reid", Version = seen + 2 });
    }

    [Theory, EveryDatabase]
    public async Task A_ward_that_has_closed_can_be_kept_and_not_chosen(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        await db.ChangeAsync<Ward>(w => w.Id == trust.Ward.Id, w => w.Close(Given.Today));
        await db.ChangeAsync<Ward>(w => w.Id == trust.OtherWard.Id, w => w.Close(Given.Today));
        var seen = (await MeAsync(trust)).Version;

        (await CorrectAsync(trust, seen, "Thomas Reid", trust.Ward.Id)).Error.Should().Be(WardErrors.Closed);
        (await CorrectAsync(trust, seen, "Thomas Reid", trust.Colleague.WardId)).IsSuccess.Should().BeTrue("they work there already");
    }

    private static async Task<StaffMember> MeAsync(SmallTrust trust) => (await trust.Db.AllAsync<StaffMember>()).Single(p => p.Id == trust.Colleague.Id);

    private static Task<Result<StaffMemberId>> CorrectAsync(SmallTrust trust, int version, string name, WardId? ward) =>
        trust.Db.As(trust.AsStaff, (CorrectMyDetailsHandler handler) => handler.HandleAsync(
            new CorrectMyDetails(version, name, StaffGroup.AlliedHealthProfessionals, ward), trust.AsStaff, default));
}
