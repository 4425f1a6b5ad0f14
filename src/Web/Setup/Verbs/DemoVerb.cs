using Champions.Infrastructure.Demo;
using Champions.Web.Access;

namespace Champions.Web.Setup.Verbs;

internal static class DemoVerb
{
    public static Verb Seed { get; } = new("seed-demo", "", "fills an empty database with the demo; refused in Production", args => args.Length == 0 ? SeedAsync : null);

    private static async Task<int> SeedAsync(VerbContext context)
    {
        if (context.Services.GetRequiredService<IHostEnvironment>().IsProduction())
        {
            return await context.RefuseAsync("The demo is refused in Production. Set ASPNETCORE_ENVIRONMENT to Development to try Champions out.");
        }

        if (!await context.Services.GetRequiredService<IDemo>().FillIfEmptyAsync(DemoPersonas.Password, CancellationToken.None))
        {
            return await context.RefuseAsync("There is something in this database, so the demo was not filled in. Use an empty database.");
        }

        await context.Out.WriteLineAsync($"The demo is filled in. Log in as {new DemoPersonas(enabled: true).All[0].Email} with the password: {DemoPersonas.Password}");
        return VerbContext.Done;
    }
}
