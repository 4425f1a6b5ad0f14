using System.Collections.Concurrent;
using Champions.Application.Abstractions;
using Champions.Application.Jobs;
using Champions.Application.Outbox;
using Champions.Domain.Trusts;
using Champions.TestSupport.Web;
using Champions.Web.Tests.Access.Crawling;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit.Abstractions;

namespace Champions.Web.Tests.Access;

/// <summary>
/// Every text of one trust carries a mark of its own. The people of another trust, and people who have not logged in, look at everything and
/// press everything, and no mark turns up: not on a page, not in a file, not in an email, not in the log.
/// </summary>
public sealed class CanaryTests(ITestOutputHelper output)
{
    /// <summary>
    /// What is public by its nature, and where: before anybody has logged in nobody knows their trust, so that the list of ways in names them all.
    /// </summary>
    private static readonly (string Column, string Address)[] Public =
    [
        ("SingleSignOns.Name", "/sign-in/single-sign-on"),
        ("Trusts.Name", "/sign-in/single-sign-on"),
        ("SingleSignOns.Issuer", "/sign-in/single-sign-on/"),
    ];

    [Theory, EveryDatabase]
    public async Task Nothing_of_another_trust_is_seen_by_anybody_anywhere(DatabaseKind kind)
    {
        await using var app = await ChampionsApp.StartAsync(kind);
        var (_, marks) = await MarkedTrustAsync(app);
        var ours = await SampleRows.CreateAsync(await SmallTrust.CreateAsync(app.Db));
        using var log = new CapturedLog(LogLevel.Trace);
        app.Services.GetRequiredService<ILoggerFactory>().AddProvider(log);
        var leaks = new SortedSet<string>(StringComparer.Ordinal);
        var faults = new List<string>();

        foreach (var (who, actor) in People(ours.Trust))
        {
            var visitor = actor is null ? app.NewVisitor() : await app.SignInAsync(actor);
            var crawl = new Crawl(visitor, ours.Trust.Colleague.Email) { OnAnswer = (address, text) => Note(leaks, marks, $"{who}: {address}", address, text) };
            await crawl.RunAsync("/", "/home", "/sign-in", "/health/ready");
            output.WriteLine($"{kind}, {who}: {crawl.Opened} addresses opened, {crawl.Pressed} forms posted, {string.Join(' ', crawl.MediaTypes)}");
            faults.AddRange(crawl.Faults);
            crawl.Opened.Should().BeGreaterThan(actor is null ? 5 : 15, $"{who} has much to look at");
        }

        await RunJobsAsync(app);
        foreach (var (name, text) in await EmailsOfAsync(app, ours.Trust.Trust.Id, marks))
        {
            Note(leaks, marks, name, name, text);
        }

        foreach (var line in log.Lines)
        {
            Note(leaks, marks, "log", "log", line);
        }

        output.WriteLine($"{marks.Columns.Count} columns marked; without a row: {string.Join(", ", marks.Empty)}; {log.Lines.Count} lines of log");
        leaks.Should().BeEmpty();
        faults.Should().BeEmpty("no button of ours is answered with a fault");
        log.Lines.Should().NotBeEmpty();
    }

    [Fact]
    public async Task Every_text_column_is_marked_or_named_here()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);

        var (_, marks) = await MarkedTrustAsync(app);

        marks.TooShort.Should().BeEmpty("there is room for a mark in every column");
        marks.Empty.Should().OnlyContain(c => c.StartsWith("JobRuns.", StringComparison.Ordinal), "every table that belongs to a trust has a marked row");
    }

    /// <summary>The test itself is tested: to the people of the marked trust its marks are everywhere.</summary>
    [Fact]
    public async Task The_marked_trusts_own_coordinator_sees_marks_all_over()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var (theirs, marks) = await MarkedTrustAsync(app);
        var leaks = new SortedSet<string>(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var crawl = new Crawl(await app.SignInAsync(theirs.Trust.AsCoordinator), "somebody@trust.example")
        {
            OnAnswer = (address, text) =>
            {
                Note(leaks, marks, address, address, text);
                seen.UnionWith(marks.In(text));
            },
        };

        await crawl.RunAsync("/home");

        output.WriteLine($"Seen by their own coordinator: {string.Join(", ", seen.Order(StringComparer.Ordinal))}");
        leaks.Should().NotBeEmpty();
        seen.Should().Contain(["Wards.Name", "StaffMembers.Name", "SupportSessions.Note", "DigitalSystems.Name"]);
    }

    private static IEnumerable<(string Who, Actor? Actor)> People(SmallTrust trust) =>
    [
        // The coordinator comes last and may close the accounts of the others
        ("Signed out", null), ("Staff", trust.AsStaff), ("Champion", trust.AsChampion), ("Helpdesk", trust.AsHelpdesk), ("Coordinator", trust.AsCoordinator),
    ];

    private static void Note(SortedSet<string> leaks, Marks marks, string where, string address, string text)
    {
        foreach (var column in marks.In(text).Where(c => !Public.Any(p => p.Column == c && address.Contains(p.Address, StringComparison.Ordinal))))
        {
            leaks.Add($"{column} in {where}");
        }
    }

    /// <summary>Alone in the database while it is marked, with a row in every table.</summary>
    private static async Task<(SampleRows Rows, Marks Marks)> MarkedTrustAsync(ChampionsApp app)
    {
        var rows = await SampleRows.CreateAsync(await SmallTrust.CreateOtherAsync(app.Db));
        foreach (var actor in new[] { rows.Trust.AsStaff, rows.Trust.AsChampion, rows.Trust.AsCoordinator, rows.Trust.AsHelpdesk })
        {
            await app.SignInAsync(actor);
        }

        await app.Db.OnDatabaseAsync(async db =>
        {
            var trust = await db.Set<Trust>().SingleAsync();
            trust.AddDomain("plymouth.example").IsSuccess.Should().BeTrue();
            db.Add(OneTimeCode.For(CodePurpose.SignIn, rows.Trust.Colleague.Email, new byte[32], new byte[32], Given.Now));
            db.Add(new ExternalLogin(rows.ColleaguesAccount.Id, rows.SingleSignOn.Issuer, "subject", Given.Now));
            return await db.SaveChangesAsync();
        });
        return (rows, await Marks.SetAsync(app.Db));
    }

    /// <summary>Every job, then the first again for the emails that the others have queued; the next morning once more.</summary>
    private static async Task RunJobsAsync(ChampionsApp app)
    {
        foreach (var hours in new[] { 0, 20 })
        {
            app.Clock.Advance(TimeSpan.FromHours(hours));
            foreach (var job in RecurringJobs.All.Concat(RecurringJobs.All.Take(1)))
            {
                try
                {
                    await app.Run(services => ((IRecurringJob)services.GetRequiredService(job.Job)).RunAsync(CancellationToken.None));
                }
                catch (JobFailedException)
                {
                    // Marks break what some jobs check, and they may say so
                }
            }
        }
    }

    /// <summary>What stands in the outbox for our people and what was written for anybody whose address carries no mark.</summary>
    private static async Task<IReadOnlyList<(string Name, string Text)>> EmailsOfAsync(ChampionsApp app, TrustId trust, Marks marks)
    {
        var queued = (await app.Db.AllAsync<OutboxEmail>()).Where(e => e.TrustId == trust).ToList();
        queued.Should().NotBeEmpty();
        var written = await app.Run(services => services.GetRequiredService<IMailFolder>().NewestAsync(0, 1000, CancellationToken.None));
        var read = written.Where(e => !marks.In(e.To).Any()).ToList();
        read.Should().NotBeEmpty("emails to our people were sent");
        return
        [
            .. queued.Select(e => ($"outbox {e.Reason}", string.Join('\n', e.ToAddress, e.ToName, e.Data, e.LastReply, e.DedupeKey, e.MessageId))),
            .. read.Select(e => ($"email {e.Subject}", string.Join('\n', e.From, e.To, e.Subject, e.Text, e.Html, e.Calendar))),
        ];
    }
}
