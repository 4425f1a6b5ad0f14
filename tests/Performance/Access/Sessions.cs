using System.Net;
using Champions.Application.Abstractions;
using Champions.Application.Entering;
using Champions.Infrastructure.Persistence;
using Champions.Performance.Floor;
using Champions.TestSupport.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Champions.Performance.Access;

/// <summary>Lets people in past the log-in pages: what is measured are the pages behind them.</summary>
internal sealed class Sessions(DatabaseOptions database)
{
    private const string CookieName = "champions";

    /// <summary>A session of each person with a second factor, as a cookie of the product that runs on the database.</summary>
    public async Task<IReadOnlyList<Cookie>> StartAsync(params string[] emails)
    {
        await using var services = FloorRecording.Services(database);
        var protector = services.GetRequiredService<IDataProtectionProvider>().CreateProtector(
            "Microsoft.AspNetCore.Authentication.Cookies.CookieAuthenticationMiddleware", CookieAuthenticationDefaults.AuthenticationScheme, "v2");
        var cookies = new List<Cookie>();
        foreach (var email in emails)
        {
            await using var scope = services.CreateAsyncScope();
            var account = await scope.ServiceProvider.GetRequiredService<IAccountsOfAllTrusts>().Accounts
                .Where(a => a.Email == email).Select(a => new { a.Id, a.SessionGeneration }).SingleAsync();
            var start = new SessionStart(SignInMethod.Passkey, WithSecondFactor: true, IsOwnPhone: false, "A measurement", "127.0.0.1");
            var session = await scope.ServiceProvider.GetRequiredService<StartSessionHandler>()
                .HandleAsync(new StartSession(account.Id, account.SessionGeneration, start), CancellationToken.None);
            cookies.Add(SessionCookie.Of(session.Value, CookieName, new TicketDataFormat(protector), TimeProvider.System.GetUtcNow()));
        }

        return cookies;
    }
}
