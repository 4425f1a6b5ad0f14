using Champions.Application.Abstractions;
using Champions.Application.PeopleList;
using Champions.Domain.Accounts;

namespace Champions.Application.Tests.PeopleList;

public sealed class PeopleRulesTests
{
    private static readonly StaffMemberId Somebody = new(Guid.CreateVersion7(Given.Now));

    [Theory]
    [InlineData(Roles.Staff, Roles.Staff, "People.NotAllowed")]
    [InlineData(Roles.Champion, Roles.Staff, "People.NotAllowed")]
    [InlineData(Roles.Helpdesk, Roles.Staff, "People.NotAllowed")]
    [InlineData(Roles.Coordinator, Roles.Staff, null)]
    [InlineData(Roles.Coordinator, Roles.Helpdesk, null)]
    [InlineData(Roles.Coordinator, Roles.Coordinator, "People.NotBelow")]
    [InlineData(Roles.Coordinator, Roles.Administrator, "People.NotBelow")]
    [InlineData(Roles.Administrator, Roles.Coordinator, null)]
    [InlineData(Roles.Administrator, Roles.Administrator, "People.NotBelow")]
    public void People_are_changed_by_those_above_them_who_look_after_people(Roles own, Roles theirs, string? rule)
    {
        PeopleRules.CheckChange(Actor(own, Given.Now), Somebody, Roles.Staff | theirs, Given.Now)?.Code.Should().Be(rule);
        (PeopleRules.CheckChange(Actor(own, Given.Now), Somebody, Roles.Staff | theirs, Given.Now) is null).Should().Be(rule is null);
    }

    [Theory]
    [InlineData(Roles.Coordinator)]
    [InlineData(Roles.Administrator)]
    public void Nobody_changes_themselves(Roles own)
    {
        var actor = Actor(own, Given.Now);

        PeopleRules.CheckChange(actor, actor.PersonId, Roles.Staff, Given.Now).Should().Be(PeopleErrors.Oneself);
    }

    [Theory]
    [InlineData(Roles.Coordinator, Roles.Helpdesk, true)]
    [InlineData(Roles.Coordinator, Roles.None, true)]
    [InlineData(Roles.Coordinator, Roles.Coordinator, false)]
    [InlineData(Roles.Coordinator, Roles.Administrator, false)]
    [InlineData(Roles.Coordinator, Roles.Helpdesk | Roles.Administrator, false)]
    [InlineData(Roles.Coordinator, Roles.Champion, false)]
    [InlineData(Roles.Administrator, Roles.Coordinator | Roles.Helpdesk, true)]
    [InlineData(Roles.Administrator, Roles.Administrator, false)]
    public void Roles_below_ones_own_are_given_and_no_others(Roles own, Roles given, bool may) =>
        (PeopleRules.CheckRoles(Actor(own, Given.Now), given) is null).Should().Be(may);

    [Theory]
    [InlineData(0, true)]
    [InlineData(14, true)]
    [InlineData(15, false)]
    [InlineData(600, false)]
    [InlineData(null, false)]
    public void A_second_factor_counts_for_15_minutes(int? minutesAgo, bool fresh)
    {
        var actor = Actor(Roles.Coordinator, minutesAgo is { } minutes ? Given.Now.AddMinutes(-minutes) : null);

        (PeopleRules.CheckChange(actor, Somebody, Roles.Staff, Given.Now) is null).Should().Be(fresh);
    }

    private static Actor Actor(Roles roles, DateTimeOffset? secondFactor) =>
        new(new StaffMemberId(Guid.CreateVersion7(Given.Now)), new TrustId(Guid.CreateVersion7(Given.Now)), null, Roles.Staff | roles)
        {
            SecondFactorAt = secondFactor,
        };
}
