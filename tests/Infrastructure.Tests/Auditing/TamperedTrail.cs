using System.Globalization;
using Champions.Application.Auditing;
using Champions.Application.Jobs;
using Champions.Domain.Wards;
using Champions.Infrastructure.AcrossTrusts;
using Champions.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Champions.Infrastructure.Tests.Auditing;

/// <summary>
/// A trail of three chains over three days with anchors, in a real database without its triggers: what somebody has who owns the database,
/// and the file of anchors, but not the key.
/// </summary>
internal sealed class TamperedTrail : IAsyncDisposable
{
    private static readonly string[] Triggers =
    [
        "AuditEntries_stay", "AuditEntries_remain", "AuditEntries_are_new", "AuditAnchors_stay", "AuditAnchors_remain", "AuditAnchors_are_new",
        "AuditChains_grow", "AuditChains_remain", "AuditChains_are_new",
    ];

    private TamperedTrail(TestDatabase db) => Db = db;

    public TestDatabase Db { get; }

    public string File => Db.Settings["Audit:AnchorFile"]!;

    /// <summary>By chain, then number.</summary>
    public IReadOnlyList<AuditEntry> Rows { get; private set; } = [];

    public IReadOnlyList<AuditChain> Ends { get; private set; } = [];

    /// <summary>As they stood a day earlier, with marks that were good then.</summary>
    public IReadOnlyList<AuditChain> EarlierEnds { get; private set; } = [];

    public IReadOnlyList<AuditAnchor> Anchors { get; private set; } = [];

    public string Lines { get; private set; } = "";

    public static async Task<TamperedTrail> CreateAsync(DatabaseKind kind)
    {
        var trail = new TamperedTrail(await TestDatabase.CreateAsync(kind));
        var ours = await SmallTrust.CreateAsync(trail.Db);
        var theirs = await SmallTrust.CreateOtherAsync(trail.Db);
        await trail.AnchorAsync(Given.Now.AddHours(1));
        await trail.WorkAsync(ours, theirs, "A");
        await trail.AnchorAsync(Given.Now.AddDays(1));
        trail.EarlierEnds = await trail.Db.AllAsync<AuditChain>();
        await trail.WorkAsync(ours, theirs, "B");
        await trail.AnchorAsync(Given.Now.AddDays(2));
        await trail.WorkAsync(ours, theirs, "C");
        await trail.ReadAsync();
        await trail.DropTriggersAsync();
        return trail;
    }

    /// <summary>Null when the check finds nothing; it looks at what the transaction of this context sees.</summary>
    public async Task<string?> CheckAsync(ChampionsDbContext context)
    {
        var (file, seal) = (new AnchorFile(File), Db.Services.GetRequiredService<AuditKey>());
        var trail = new AuditOfAllTrusts(context);
        try
        {
            await new CheckAuditTrail(trail, file, new ChainReader(trail, file, seal), NullLogger<CheckAuditTrail>.Instance).RunAsync(default);
            return null;
        }
        catch (JobFailedException found)
        {
            return found.Message;
        }
    }

    /// <summary>Changes the database and the file, checks, and puts everything back.</summary>
    public Task<string?> TryAsync(Tampering tampering) => Db.Run(async scope =>
    {
        var context = scope.GetRequiredService<ChampionsDbContext>();
        await using var transaction = await context.Database.BeginTransactionAsync();
        foreach (var sql in tampering.Sql)
        {
            await context.Database.ExecuteSqlRawAsync(sql.Replace("{", "{{").Replace("}", "}}"));
        }

        if (tampering.Lines is { } lines)
        {
            await System.IO.File.WriteAllTextAsync(File, lines);
        }

        var found = await CheckAsync(context);
        await transaction.RollbackAsync();
        if (tampering.Lines is not null)
        {
            await System.IO.File.WriteAllTextAsync(File, Lines);
        }

        return found;
    });

    public string Of(Guid id) => Db.Kind == DatabaseKind.Sqlite ? Of(id.ToByteArray(bigEndian: true)) : $"'{id}'";

    public string Of(byte[] bytes) => Db.Kind == DatabaseKind.Sqlite ? $"X'{Convert.ToHexString(bytes)}'" : $"'\\x{Convert.ToHexString(bytes)}'::bytea";

    public string Of(DateTimeOffset instant) => Db.Kind == DatabaseKind.Sqlite
        ? instant.UtcTicks.ToString(CultureInfo.InvariantCulture)
        : $"'{instant.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture)}+00'";

    public static string Of(string? text) => text is null ? "NULL" : $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    public static string Of(DateOnly day) => $"'{day:yyyy-MM-dd}'";

    public ValueTask DisposeAsync() => Db.DisposeAsync();

    private async Task WorkAsync(SmallTrust ours, SmallTrust theirs, string code)
    {
        foreach (var trust in (SmallTrust[])[ours, theirs])
        {
            var author = trust.AsCoordinator with { AccountId = new AccountId(trust.Coordinator.Id.Value) };
            await Db.ActAs(author, async scope =>
            {
                var context = scope.GetRequiredService<ChampionsDbContext>();
                context.AddRange(Enumerable.Range(1, 3).Select(n => Given.Ward(trust.Site, code + n, "Ward " + code + n)));
                await context.SaveChangesAsync();
                var ward = await context.Wards.OrderBy(w => w.Code).FirstAsync();
                context.Entry(ward).Property(nameof(Ward.ClosedOn)).CurrentValue = Given.Today;
                await context.SaveChangesAsync();
            });
        }

        await Db.SaveAsync(Given.Trust("X" + code, "Trust " + code), Given.Trust("Y" + code, "Further trust " + code));
    }

    private async Task AnchorAsync(DateTimeOffset at)
    {
        Db.Clock.Now = at;
        (await Db.Run(scope => scope.GetRequiredService<SetAnchors>().RunAsync(default))).Should().EndWith("anchored");
    }

    private async Task ReadAsync()
    {
        Rows = [.. (await Db.AllAsync<AuditEntry>()).OrderBy(r => r.Chain).ThenBy(r => r.Number)];
        Ends = await Db.AllAsync<AuditChain>();
        Anchors = [.. (await Db.AllAsync<AuditAnchor>()).OrderBy(a => a.Chain).ThenBy(a => a.Day)];
        Lines = await System.IO.File.ReadAllTextAsync(File);
    }

    private async Task DropTriggersAsync()
    {
        string[] sql = Db.Kind == DatabaseKind.Sqlite
            ? [.. Triggers.Select(t => $"DROP TRIGGER \"{t}\"")]
            : [.. ((string[])["AuditEntries", "AuditAnchors", "AuditChains"]).Select(t => $"ALTER TABLE \"{t}\" DISABLE TRIGGER USER")];
        foreach (var statement in sql)
        {
            await Db.ExecuteAsync(statement);
        }
    }
}

/// <param name="What">For the message of a test that fails.</param>
/// <param name="Sql">Run in this order.</param>
/// <param name="Lines">What the file of anchors says from now on; null leaves it alone.</param>
internal sealed record Tampering(string What, IReadOnlyList<string> Sql, string? Lines = null);
