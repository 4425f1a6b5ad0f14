using Champions.Infrastructure.Persistence;

namespace Champions.Web.Setup.Verbs;

/// <summary>What the program does besides serving: <c>migrate</c> and its like.</summary>
internal static class CommandLine
{
    private static readonly IReadOnlyList<Verb> All =
    [
        new("migrate", "", "brings the database up to date", args => args.Length == 0 ? MigrateAsync : null) { ChangesSchema = true },
        ImportVerbs.Trusts,
        ImportVerbs.Sites,
        DemoVerb.Seed,
        AdministratorVerb.Create,
    ];

    /// <summary>
    /// Runs what the command line names. Null when the program is to serve: nothing is named, or only settings such as
    /// <c>--urls http://localhost:8080</c>.
    /// </summary>
    public static async Task<int?> TryRunAsync(string[] args)
    {
        if (args.Length == 0)
        {
            return null;
        }

        if (args[0] is "--help" or "-h" or "help")
        {
            await Console.Out.WriteLineAsync(Help());
            return VerbContext.Done;
        }

        if (args[0].StartsWith('-') || args[0].StartsWith('/') || args[0].Contains('='))
        {
            return null;
        }

        var verb = All.FirstOrDefault(v => v.Name == args[0]);
        if (verb is null)
        {
            await Console.Error.WriteLineAsync($"There is no verb \"{args[0]}\".{Environment.NewLine}{Help()}");
            return VerbContext.WrongUsage;
        }

        if (verb.Read(args[1..]) is not { } run)
        {
            await Console.Error.WriteLineAsync($"Usage: {verb.Usage}{Environment.NewLine}It {verb.Does}.");
            return VerbContext.WrongUsage;
        }

        return await RunAsync(verb, run);
    }

    private static async Task<int> RunAsync(Verb verb, Func<VerbContext, Task<int>> run)
    {
        var builder = Server.CreateBuilder([]);
        Server.AddChampions(builder);

        // Neither tables that are not there yet nor an address that is taken are failures worth a line; real ones end the program with their reason.
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.None);
        await using var app = builder.Build();

        // The embedded database is brought up to date by whoever opens it; on PostgreSQL only migrate may do that.
        var schema = app.Services.GetRequiredService<ISchema>();
        await (verb.ChangesSchema ? schema.MigrateAsync(CancellationToken.None) : schema.PrepareToServeAsync(CancellationToken.None));
        await using var scope = app.Services.CreateAsyncScope();
        return await run(new VerbContext(scope.ServiceProvider, Console.Out, Console.Error));
    }

    private static async Task<int> MigrateAsync(VerbContext context)
    {
        await context.Out.WriteLineAsync("The database is up to date.");
        return VerbContext.Done;
    }

    private static string Help()
    {
        var width = All.Max(v => v.Usage.Length);
        var lines = All.Select(v => $"  {v.Usage.PadRight(width)}  {v.Does}");
        return $"""
            Champions serves its pages when it is started without a verb. Verbs:
            {string.Join(Environment.NewLine, lines)}
            Settings come from appsettings.json, environment variables and the command line, for example --urls http://localhost:8080
            """;
    }
}
