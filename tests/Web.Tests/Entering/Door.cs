using Champions.Application.Abstractions;
using Champions.Application.Outbox;
using Champions.Application.Reminders;
using Champions.TestSupport.Web;
using Microsoft.Extensions.DependencyInjection;

namespace Champions.Web.Tests.Entering;

/// <summary>Ways through the door, by the pages that people use.</summary>
internal static class Door
{
    public const string Again = "/sign-in/second-factor";
    public const string SetUp = "/sign-in/second-factor/set-up";

    /// <param name="visitor">Who logs in.</param>
    /// <param name="email">With which address.</param>
    /// <param name="password">That of the accounts of the tests, unless another is meant.</param>
    /// <param name="returnUrl">Where they wanted to go.</param>
    public static async Task<Page> LogInAsync(this Visitor visitor, string email, string password = ChampionsApp.Password, string? returnUrl = null)
    {
        var form = await visitor.OpenAsync($"/sign-in/password{(returnUrl is null ? "" : $"?returnUrl={Uri.EscapeDataString(returnUrl)}")}");
        return await form.PressAsync("Log in", ("Input.Email", email), ("Input.Password", password));
    }

    /// <summary>Sets an app up at the door and comes in.</summary>
    public static async Task<(Authenticator App, IReadOnlyList<string> Codes, Page Home)> SetUpAppAsync(this Page setUp, ChampionsApp app)
    {
        var authenticator = Authenticator.For(setUp);
        var codes = await setUp.PressAsync("Continue", ("Input.Code", authenticator.CodeAt(app.Clock.Now)));
        return (authenticator, codes.TextOf(".app-codes code"), await codes.FollowAsync("I have saved them, continue"));
    }

    /// <summary>A coordinator who has been here before, and their app, on a device of their own.</summary>
    public static async Task<(Visitor Visitor, Authenticator App, IReadOnlyList<string> Codes)> WithAppAsync(this ChampionsApp app, Actor actor, string email)
    {
        await app.AccountOfAsync(actor);
        var visitor = app.NewVisitor();
        var (authenticator, codes, home) = await (await visitor.LogInAsync(email)).SetUpAppAsync(app);
        home.Address.Should().Be("/home");
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        return (visitor, authenticator, codes);
    }

    /// <summary>What the emails of one kind hold, opened, oldest first.</summary>
    public static async Task<IReadOnlyList<string>> SecretsAsync(this ChampionsApp app, ReminderReason reason)
    {
        var secrets = app.Services.GetRequiredService<IEmailSecrets>();
        return [.. (await app.Db.EmailsAsync()).Where(e => e.Reason == reason).OrderBy(e => e.QueuedAt)
            .Select(e => e.IsSealed ? secrets.Open(e.Data[OutboxEmail.SealMark.Length..]) : e.Data)];
    }

    public static async Task<Account> AccountAsync(this ChampionsApp app, string email) =>
        (await app.Db.AllAsync<Account>()).Single(a => a.Email == email);
}
