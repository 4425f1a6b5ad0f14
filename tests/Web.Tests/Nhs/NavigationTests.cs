using System.Security.Claims;
using Champions.Web.Nhs;
using Microsoft.AspNetCore.Http;

namespace Champions.Web.Tests.Nhs;

public sealed class NavigationTests
{
    [Theory]
    [InlineData("Staff", "Home, Find help, My bookings")]
    [InlineData("Champion", "Home, Find help, My bookings, My times, Log a session, Sessions, Follow-ups")]
    [InlineData("Coordinator", "Home, Wards, Champions, Sessions, Bookings, Times, Follow-ups, People, Emails, Audit trail")]
    [InlineData("Helpdesk", "Home, Find help, My bookings")]
    [InlineData("Administrator", "Home, Trusts, People, Emails, Jobs, Audit trail")]
    [InlineData("Staff,Champion", "Home, Find help, My bookings, My times, Log a session, Sessions, Follow-ups")]
    [InlineData("Staff,Champion,Coordinator",
        "Home, Wards, Champions, Sessions, Bookings, Times, Follow-ups, People, Emails, Audit trail, Find help, Log a session")]
    public void Every_role_has_its_menu(string roles, string expected) =>
        string.Join(", ", Navigation.For(Person(roles)).Select(item => item.Text)).Should().Be(expected);

    [Fact]
    public void Nobody_has_no_menu() => Navigation.For(new ClaimsPrincipal(new ClaimsIdentity())).Should().BeEmpty();

    [Theory]
    [InlineData("/sessions/log", "Log a session")]
    [InlineData("/sessions/log/saved", "Log a session")]
    [InlineData("/sessions/42", "Sessions")]
    [InlineData("/sessions", "Sessions")]
    [InlineData("/helpful", null)]
    public void The_current_section_is_the_longest_address_that_fits(string path, string? expected) =>
        (Navigation.Current(Navigation.For(Person("Champion")), new PathString(path))?.Text).Should().Be(expected);

    private static ClaimsPrincipal Person(string roles) =>
        new(new ClaimsIdentity(roles.Split(',').Select(role => new Claim(ClaimTypes.Role, role)), "test"));
}
