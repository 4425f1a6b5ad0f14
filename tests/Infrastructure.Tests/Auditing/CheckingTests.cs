using System.Diagnostics;
using Champions.Application.Auditing;
using Champions.Application.Jobs;
using Champions.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace Champions.Infrastructure.Tests.Auditing;

/// <summary>The check on real databases: while people work, on odd values, and how fast.</summary>
public sealed class CheckingTests(ITestOutputHelper output)
{
    private const int ManyRows = 10_000;

    [Theory, EveryDatabase]
    public async Task The_check_is_right_while_others_write(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = await SmallTrust.CreateAsync(db);
        var writing = WriteAsync(trust);

        var checks = 0;
        while (!writing.IsCompleted || checks < 3)
        {
            await CheckAsync(db);
            checks++;
        }

        await writing;
        output.WriteLine($"{checks} checks of {kind} beside 40 writes");
    }

    [Theory]
    [InlineData("\"Number\" = 'seven'")]
    [InlineData("\"At\" = 9223372036854775807")]
    [InlineData("\"TrustId\" = 'text'")]
    [InlineData("\"Hash\" = 'text'")]
    [InlineData("\"AccountId\" = 12")]
    public async Task A_value_that_SQLite_should_never_have_taken_is_found_and_named(string set)
    {
        await using var trail = await TamperedTrail.CreateAsync(DatabaseKind.Sqlite);
        var row = trail.Rows.First(r => r is { TrustId: not null, Number: 5 });
        await trail.Db.ExecuteAsync($"UPDATE \"AuditEntries\" SET {set} WHERE \"Chain\" = {trail.Of(row.Chain)} AND \"Number\" = 5");

        var check = () => CheckAsync(trail.Db);

        (await check.Should().ThrowAsync<JobFailedException>()).WithMessage($"*{row.Chain}: *Row at row 5*");
    }

    /// <summary>Prints how many rows a second are checked; the figure is for docs/adr/0009, not for a limit.</summary>
    [Theory, EveryDatabase]
    public async Task Long_chains_are_checked_in_batches(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var key = db.Services.GetRequiredService<AuditKey>();
        var trust = Given.Trust();
        await db.SaveAsync(trust);
        await db.Run(async scope =>
        {
            var context = scope.GetRequiredService<ChampionsDbContext>();
            context.ChangeTracker.AutoDetectChangesEnabled = false;
            byte[] hash = [];
            for (var number = 1; number <= ManyRows; number++)
            {
                var row = new AuditEntry(
                    trust.Id, number, Given.Now, new AuditAuthor(new AccountId(trust.Id.Value), "10.0.0.1"),
                    new AuditChange("Booking", trust.Id.Value.ToString(), AuditEntry.Changed, """{"Status":["Booked","Attended"],"Version":["1","2"],"Note":[]}"""));
                row.Seal(hash = key.HashOf(row, number, hash));
                context.Add(row);
            }

            var end = new AuditChain(trust.Id.Value);
            end.Extend(ManyRows, hash, key.MarkOf(end.Id, ManyRows, hash));
            context.Add(end);
            await context.SaveChangesAsync();
        });

        var watch = Stopwatch.StartNew();
        var words = await CheckAsync(db);
        watch.Stop();

        words.Should().Be($"{ManyRows + 1} rows in 2 chains hold");
        output.WriteLine($"{kind}: {ManyRows / watch.Elapsed.TotalSeconds:N0} rows checked a second");
    }

    private static async Task WriteAsync(SmallTrust trust)
    {
        for (var n = 0; n < 40; n++)
        {
            await trust.Db.SaveAsync(Given.Ward(trust.Site, $"W{n}"));
        }
    }

    private static Task<string?> CheckAsync(TestDatabase db) => db.Run(scope => scope.GetRequiredService<CheckAuditTrail>().RunAsync(default));
}
