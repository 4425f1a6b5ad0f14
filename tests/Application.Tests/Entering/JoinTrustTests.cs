using Champions.Application.Entering;
using Champions.Domain.Accounts;
using Champions.Domain.Staff;

namespace Champions.Application.Tests.Entering;

/// <summary>Somebody new says who they are.</summary>
public sealed class JoinTrustTests
{
    [Theory, EveryDatabase]
    public async Task They_join_the_trust_of_their_domain_as_staff(DatabaseKind kind)
    {
        await using var door = await Door.OpenAsync(kind);
        await SmallTrust.CreateOtherAsync(door.Db);

        var joined = await door.JoinAsync(Answers(door, door.Trust.Ward.Id));

        joined.IsSuccess.Should().BeTrue();
        var person = (await door.Db.AllAsync<StaffMember>()).Single(p => p.Email == Door.Newcomer);
        (person.TrustId, person.Name, person.StaffGroup, person.WardId)
            .Should().Be((door.Trust.Trust.Id, "Nia Evans", StaffGroup.MedicalAndDental, (WardId?)door.Trust.Ward.Id));
        var account = (await door.Db.AllAsync<Account>()).Should().ContainSingle().Subject;
        (account.Id, account.StaffMemberId, account.Roles, account.Name).Should().Be((joined.Value, (StaffMemberId?)person.Id, Roles.Staff, "Nia Evans"));
    }

    [Theory, EveryDatabase]
    public async Task Two_tabs_at_once_make_one_person(DatabaseKind kind)
    {
        await using var door = await Door.OpenAsync(kind);

        var tries = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => door.JoinAsync(Answers(door, null)))));

        tries.Count(t => t.IsSuccess).Should().Be(1);
        tries.Where(t => !t.IsSuccess).Should().OnlyContain(t => t.Error == EnteringErrors.AlreadyIn);
        (await door.Db.AllAsync<StaffMember>()).Count(p => p.Email == Door.Newcomer).Should().Be(1);
        (await door.Db.AllAsync<Account>()).Should().ContainSingle();
    }

    [Fact]
    public async Task Another_trusts_ward_and_a_closed_one_are_not_on_the_list()
    {
        await using var door = await Door.OpenAsync(DatabaseKind.Sqlite);
        var other = await SmallTrust.CreateOtherAsync(door.Db);
        var closed = Given.Ward(door.Trust.Site, "OLD", "Old Ward");
        closed.Close(Given.Today);
        await door.Db.SaveAsync(closed);

        (await door.JoinAsync(Answers(door, other.Ward.Id))).Error.Should().Be(EnteringErrors.WardUnknown);
        (await door.JoinAsync(Answers(door, closed.Id))).Error.Should().Be(EnteringErrors.WardUnknown);
        (await door.Db.AllAsync<Account>()).Should().BeEmpty();
    }

    [Fact]
    public async Task Nobody_joins_whose_domain_no_trust_has_any_more()
    {
        await using var door = await Door.OpenAsync(DatabaseKind.Sqlite);

        (await door.JoinAsync(Answers(door, null) with { Address = "x@elsewhere.example" })).Error.Should().Be(EnteringErrors.NotOpen);
        (await door.JoinAsync(Answers(door, null) with { Address = door.Known })).Error.Should().Be(EnteringErrors.AlreadyIn);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Patient 943 476 5919")]
    public async Task A_name_that_is_none_is_refused(string name)
    {
        await using var door = await Door.OpenAsync(DatabaseKind.Sqlite);

        (await door.JoinAsync(Answers(door, null) with { Name = name })).IsSuccess.Should().BeFalse();
        (await door.Db.AllAsync<StaffMember>()).Should().NotContain(p => p.Email == Door.Newcomer);
    }

    private static JoinTrust Answers(Door door, WardId? ward) => new(Door.Newcomer, " Nia Evans ", StaffGroup.MedicalAndDental, ward);
}
