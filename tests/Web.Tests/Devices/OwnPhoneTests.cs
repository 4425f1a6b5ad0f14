using Champions.Domain.Trusts;
using Champions.TestSupport.Passkeys;
using Champions.TestSupport.Web;
using Champions.Web.Tests.Entering;

namespace Champions.Web.Tests.Devices;

/// <summary>Each form by which a session is opened asks "This is my own phone", and the answer reaches the session. The password form: DevicesTests.</summary>
public sealed class OwnPhoneTests
{
    private static readonly (string Name, string? Value) Box = ("OwnPhone", "true");

    [Theory, EveryDatabase]
    public async Task By_code_by_link_and_at_the_first_sign_in_the_box_counts(DatabaseKind kind)
    {
        await using var door = await OpenAsync(kind);

        var page = await door.AskAsync(door.App.NewVisitor(), door.Known);
        (await page.PressAsync("Log in", ("Input.Code", (await door.EmailAsync()).Code()), Box)).Address.Should().Be("/home");
        await IsLastOwnAsync(door, "by code");

        await door.AskAsync(door.App.NewVisitor(), door.Known);
        page = await door.App.NewVisitor().OpenAsync((await door.EmailAsync()).Link());
        (await page.PressAsync("Log in", Box)).Address.Should().Be("/home");
        await IsLastOwnAsync(door, "by link");

        page = await door.AskAsync(door.App.NewVisitor(), CodeDoor.Newcomer);
        page = await page.PressAsync("Log in", ("Input.Code", (await door.EmailAsync()).Code()), Box);
        page = await page.PressAsync("Start using Champions", ("Input.Name", "New Person"), ("Input.Group", "Students"), ("Input.Ward", "none"));
        page.Address.Should().Be("/home");
        await IsLastOwnAsync(door, "at the first sign-in");
    }

    [Fact]
    public async Task With_a_passkey_the_box_counts()
    {
        using var phone = new SoftwareAuthenticator();
        await using var door = await OpenAsync(DatabaseKind.Sqlite);
        await (await door.App.SignInAsync(door.Trust.AsStaff)).AddPasskeyAsync(phone);
        door.App.Clock.Advance(TimeSpan.FromSeconds(1));
        var visitor = door.App.NewVisitor();
        (await visitor.OpenAsync("/sign-in")).TextOf("form[data-passkey] label").Should().Contain("This is my own phone");
        var page = await visitor.OpenAsync("/sign-in/passkey");

        page = await page.PressAsync(page.Find("form[data-passkey] button"), ("Input.Credential", phone.Use(await visitor.AskAsync(page))), Box);

        page.Address.Should().Be("/home");
        await IsLastOwnAsync(door, "with a passkey");
    }

    [Fact]
    public async Task Left_empty_it_is_somebody_elses_device_and_a_wrong_code_keeps_it_as_it_was()
    {
        await using var door = await OpenAsync(DatabaseKind.Sqlite);
        var page = await door.AskAsync(door.App.NewVisitor(), door.Known);
        var code = (await door.EmailAsync()).Code();

        page = await page.PressAsync("Log in", ("Input.Code", "12"), Box);
        page.Find("input[name=OwnPhone]").HasAttribute("checked").Should().BeTrue();
        await page.PressAsync("Log in", ("Input.Code", code), ("OwnPhone", null));

        (await door.App.Db.AllAsync<AccountSession>()).Should().ContainSingle().Which.IsOwnPhone.Should().BeFalse();
    }

    [Fact]
    public async Task Where_no_trust_permits_it_no_form_asks()
    {
        await using var door = await CodeDoor.OpenAsync();
        var visitor = door.App.NewVisitor();
        var pages = new[]
        {
            await visitor.OpenAsync("/sign-in"), await visitor.OpenAsync("/sign-in/passkey"), await door.AskAsync(visitor, door.Known),
            await visitor.OpenAsync((await door.EmailAsync()).Link()),
        };

        pages.Should().OnlyContain(p => !p.Body.Contains("OwnPhone", StringComparison.Ordinal));
    }

    private static async Task<CodeDoor> OpenAsync(DatabaseKind kind)
    {
        var door = await CodeDoor.OpenAsync(kind);
        await door.App.Db.ChangeAsync<Trust>(t => t.Id == door.Trust.Trust.Id, t => t.AllowOwnPhones(true));
        return door;
    }

    private static async Task IsLastOwnAsync(CodeDoor door, string because) =>
        (await door.App.Db.AllAsync<AccountSession>()).MaxBy(s => s.StartedAt)!.IsOwnPhone.Should().BeTrue(because);
}
