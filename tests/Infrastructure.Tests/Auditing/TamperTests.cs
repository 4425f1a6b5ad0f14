using System.Globalization;
using Champions.Infrastructure.Persistence;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace Champions.Infrastructure.Tests.Auditing;

/// <summary>A thousand ways to change the trail past the program; each one is found out.</summary>
public sealed class TamperTests(ITestOutputHelper output)
{
    private const string SeedVariable = "CHAMPIONS_TAMPER_SEED";

    [Theory]
    [InlineData(DatabaseKind.Sqlite, 704)]
    [InlineData(DatabaseKind.PostgreSql, 352)]
    public async Task Every_tampering_is_found_out(DatabaseKind kind, int times)
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable(SeedVariable), CultureInfo.InvariantCulture, out var given) ? given : 20261124;
        output.WriteLine($"{times} tamperings on {kind} with {SeedVariable}={seed}");
        await using var trail = await TamperedTrail.CreateAsync(kind);
        (await trail.Db.Run(scope => trail.CheckAsync(scope.GetRequiredService<ChampionsDbContext>()))).Should().BeNull("nothing was changed yet");
        var tamperer = new Tamperer(trail, new Random(seed));
        var missed = new List<string>();

        for (var turn = 0; turn < times; turn++)
        {
            var tampering = tamperer.Next(turn);
            if (await trail.TryAsync(tampering) is null)
            {
                missed.Add($"{turn}: {tampering.What}");
            }
        }

        missed.Should().BeEmpty($"with {SeedVariable}={seed}");
        (await trail.Db.Run(scope => trail.CheckAsync(scope.GetRequiredService<ChampionsDbContext>()))).Should().BeNull("everything was put back");
    }
}
