using Champions.Domain.Accounts;

namespace Champions.Application.Tests.PeopleList;

public sealed class RanksTests
{
    [Theory]
    [InlineData(Roles.None, Roles.None)]
    [InlineData(Roles.Staff, Roles.None)]
    [InlineData(Roles.Staff | Roles.Champion, Roles.None)]
    [InlineData(Roles.Staff | Roles.Helpdesk, Roles.None)]
    [InlineData(Roles.Staff | Roles.Coordinator, Roles.Helpdesk)]
    [InlineData(Roles.Staff | Roles.Coordinator | Roles.Helpdesk | Roles.Champion, Roles.Helpdesk)]
    [InlineData(Roles.Administrator, Roles.Coordinator | Roles.Helpdesk)]
    [InlineData(Roles.Administrator | Roles.Coordinator, Roles.Coordinator | Roles.Helpdesk)]
    public void Somebody_gives_the_roles_below_their_own_and_never_that_of_champion(Roles own, Roles given) => own.MayGive().Should().Be(given);

    [Theory]
    [InlineData(Roles.Administrator, Roles.Coordinator, true)]
    [InlineData(Roles.Administrator, Roles.Administrator, false)]
    [InlineData(Roles.Administrator, Roles.Staff | Roles.Administrator, false)]
    [InlineData(Roles.Coordinator, Roles.Staff, true)]
    [InlineData(Roles.Coordinator, Roles.Staff | Roles.Champion, true)]
    [InlineData(Roles.Coordinator, Roles.Helpdesk, true)]
    [InlineData(Roles.Coordinator, Roles.Coordinator, false)]
    [InlineData(Roles.Coordinator | Roles.Helpdesk, Roles.Coordinator, false)]
    [InlineData(Roles.Coordinator, Roles.Administrator, false)]
    [InlineData(Roles.Helpdesk, Roles.Staff, true)]
    [InlineData(Roles.Champion, Roles.Staff, false)]
    [InlineData(Roles.Staff, Roles.None, false)]
    public void The_highest_role_decides_who_stands_above_whom(Roles own, Roles theirs, bool above) => own.IsAbove(theirs).Should().Be(above);

    [Fact]
    public void An_account_holds_of_some_roles_the_wanted_ones_and_keeps_the_others()
    {
        var account = Account.Open(null, null, "Helen Carter", "helen@trust.example", Roles.Staff | Roles.Coordinator | Roles.Helpdesk, Given.Now);

        account.Hold(Roles.None, among: Roles.Helpdesk);
        account.Roles.Should().Be(Roles.Staff | Roles.Coordinator);

        account.Hold(Roles.Helpdesk, among: Roles.Helpdesk | Roles.Coordinator);
        account.Roles.Should().Be(Roles.Staff | Roles.Helpdesk);
    }
}
