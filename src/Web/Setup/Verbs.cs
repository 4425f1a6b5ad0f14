using Champions.Infrastructure.Persistence;

namespace Champions.Web.Setup;

/// <summary>What the program does besides serving: <c>champions migrate</c> and its like.</summary>
internal static class Verbs
{
    private static readonly Dictionary<string, Func<IServiceProvider, string[], Task<int>>> All = new(StringComparer.Ordinal)
    {
        ["migrate"] = MigrateAsync,
    };

    /// <summary>The verb, or null when the program is to serve.</summary>
    public static string? Find(string[] args) => args.Length > 0 && All.ContainsKey(args[0]) ? args[0] : null;

    public static async Task<int> RunAsync(string verb, string[] args)
    {
        var builder = WebApplication.CreateBuilder();
        Server.AddChampions(builder);
        await using var app = builder.Build();
        await app.Services.GetRequiredService<ISchema>().MigrateAsync(CancellationToken.None);
        return await All[verb](app.Services, args[1..]);
    }

    private static async Task<int> MigrateAsync(IServiceProvider services, string[] args)
    {
        await Console.Out.WriteLineAsync("The database is up to date.");
        return 0;
    }
}
