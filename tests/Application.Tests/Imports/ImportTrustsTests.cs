using Champions.Application.Auditing;
using Champions.Application.Imports;
using Champions.Domain.Common;
using Champions.Domain.Trusts;
using Champions.TestSupport;
using Champions.TestSupport.Databases;
using Microsoft.Extensions.DependencyInjection;

namespace Champions.Application.Tests.Imports;

public sealed class ImportTrustsTests
{
    [Theory, EveryDatabase]
    public async Task April_and_then_July_bring_a_new_name_a_closure_and_a_move_as_changes(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var april = (await ImportFileAsync(db, TestData.TrustsInApril)).Value;
        var before = (await db.AllAsync<Trust>()).ToDictionary(t => t.Code);

        var july = (await ImportFileAsync(db, TestData.TrustsInJuly)).Value;

        april.Summary("trust").Should().Be("274 trusts read: 274 added.");
        july.Added.Should().BeEmpty();
        july.Changes.Select(c => c.ToString()).Should()
            .ContainSingle(c => c.StartsWith("RA7 renamed from University Hospitals Bristol and Weston NHS Foundation Trust to Bristol NHS Foundation Trust", StringComparison.Ordinal))
            .And.ContainSingle(c => c.Contains("RVJ closed on 30 June 2026", StringComparison.Ordinal))
            .And.ContainSingle(c => c.StartsWith("RAT moved to ", StringComparison.Ordinal));
        july.Unchanged.Should().Be(274 - july.Changes.Count);
        july.Summary("trust").Should().StartWith("274 trusts read: 1 renamed, 1 closed, 1 moved");

        var after = (await db.AllAsync<Trust>()).ToDictionary(t => t.Code);
        after.Should().HaveCount(274);
        after["RA7"].Id.Should().Be(before["RA7"].Id);
        after["RA7"].Name.Should().Be("Bristol NHS Foundation Trust");
        after["RVJ"].ClosedOn.Should().Be(new DateOnly(2026, 6, 30));
        after["RAT"].Postcode.Should().NotBe(before["RAT"].Postcode);
    }

    [Theory, EveryDatabase]
    public async Task The_same_file_again_changes_nothing_and_leaves_no_trace(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        await ImportFileAsync(db, TestData.TrustsInJuly);
        var audited = (await db.AllAsync<AuditEntry>()).Count;
        db.Clock.Advance(TimeSpan.FromDays(1));

        var again = (await ImportFileAsync(db, TestData.TrustsInJuly)).Value;

        again.Summary("trust").Should().Be("274 trusts read: 274 unchanged.");
        (await db.AllAsync<AuditEntry>()).Should().HaveCount(audited);
        (await db.AllAsync<Trust>()).Should().OnlyContain(t => t.Version == 0);
    }

    [Theory, EveryDatabase]
    public async Task A_bad_row_is_named_and_nothing_is_applied(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var lines = await File.ReadAllLinesAsync(TestData.PathOf(TestData.TrustsInJuly));
        lines[13] = lines[13].Replace("20", "3x", StringComparison.Ordinal);
        lines[99] = "\"R\"," + lines[99].Split(',', 2)[1];

        var report = (await ImportAsync(db, lines)).Value;

        report.IsApplied.Should().BeFalse();
        report.Problems.Select(p => p.Row).Should().Equal(14, 100);
        report.Problems[1].ToString().Should().Be("Row 100: \"R\" is not an organisation code. A code has 3 to 9 capital letters and numbers, such as RA7.");
        report.Summary("trust").Should().Be("Nothing was imported. 2 rows have a problem, 272 other rows are ready.");
        (await db.AllAsync<Trust>()).Should().BeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task The_older_form_with_24_columns_and_no_quotes_says_the_same(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        await ImportAsync(db, Columns(27, "RA7", "BRISTOL NHS FOUNDATION TRUST"), Columns(27, "RVJ", "NORTH BRISTOL NHS TRUST"));

        var older = (await ImportAsync(db, Columns(24, "RA7", "BRISTOL NHS FOUNDATION TRUST"), Columns(24, "RVJ", "NORTH BRISTOL NHS TRUST"))).Value;

        older.Summary("trust").Should().Be("2 trusts read: 2 unchanged.");
    }

    [Theory, EveryDatabase]
    public async Task An_address_that_does_not_fit_is_a_problem_of_its_row(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var line = string.Join(',', Enumerable.Range(1, 27).Select(column => column switch
        {
            1 => "RA7",
            2 => "BRISTOL NHS FOUNDATION TRUST",
            >= 5 and <= 9 => new string('A', 100),
            11 => "20080601",
            _ => "",
        }));

        var report = (await ImportAsync(db, line)).Value;

        report.Problems.Should().ContainSingle().Which.ToString().Should().Be("Row 1: The address of RA7 is longer than 400 characters.");
        report.Ready.Should().Be(0);
    }

    [Theory, EveryDatabase]
    public async Task What_an_administrator_decided_stays_when_the_list_is_read_again(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var trust = Given.Trust();
        await db.SaveAsync(trust);

        await ImportFileAsync(db, TestData.TrustsInJuly);

        (await db.AllAsync<Trust>()).Should().ContainSingle(t => t.UsesChampions).Which.Id.Should().Be(trust.Id);
    }

    private static string Columns(int count, string code, string name) => string.Join(',', Enumerable.Range(1, count).Select(column => column switch
    {
        1 => code,
        2 => name,
        3 => "Y58",
        5 => "TRUST HEADQUARTERS",
        10 => "BS1 3NU",
        11 => "19910401",
        _ => "",
    }));

    private static Task<Result<ImportReport>> ImportFileAsync(TestDatabase db, string file) => ImportAsync(db, File.ReadAllBytes(TestData.PathOf(file)));

    private static Task<Result<ImportReport>> ImportAsync(TestDatabase db, params string[] lines) =>
        ImportAsync(db, System.Text.Encoding.UTF8.GetBytes(string.Join('\n', lines)));

    private static Task<Result<ImportReport>> ImportAsync(TestDatabase db, byte[] file) => db.Run(async scope =>
    {
        await using var stream = new MemoryStream(file);
        return await scope.GetRequiredService<ImportTrustsHandler>().HandleAsync(new ImportTrusts(stream), CancellationToken.None);
    });
}
