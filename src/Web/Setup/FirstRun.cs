using Champions.Application.Abstractions;
using Champions.Application.Entering;

namespace Champions.Web.Setup;

/// <summary>While there is no administrator, each start prints the code that the set-up page asks for.</summary>
internal static class FirstRun
{
    public static async Task PrintSetUpCodeAsync(IServiceProvider services, TextWriter console)
    {
        await using var scope = services.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<SetUpQueries>().IsNeededAsync(CancellationToken.None))
        {
            // On the console alone, which only the operator reads: never in a log
            var code = services.GetRequiredService<FirstAdministrator>().MakeCode();
            var page = services.GetRequiredService<ServiceAddress>().Of("/set-up");
            await console.WriteLineAsync($"""

                There is no administrator yet. Open {page}
                and enter this set-up code: {code}

                """);
        }
    }
}
