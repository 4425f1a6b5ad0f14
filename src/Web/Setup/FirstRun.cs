using Champions.Application.Entering;
using Champions.Infrastructure;

namespace Champions.Web.Setup;

/// <summary>While there is no administrator, each start prints the code that the set-up page asks for.</summary>
internal static class FirstRun
{
    public static async Task PrintSetUpCodeAsync(this WebApplication app, TextWriter console)
    {
        await using var scope = app.Services.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<SetUpQueries>().IsNeededAsync(CancellationToken.None))
        {
            // On the console alone, which only the operator reads: never in a log
            var code = app.Services.GetRequiredService<FirstAdministrator>().MakeCode();
            await console.WriteLineAsync($"""

                There is no administrator yet. Open {new Uri(app.Configuration.GetPublicUrl(), "set-up")}
                and enter this set-up code: {code}

                """);
        }
    }
}
