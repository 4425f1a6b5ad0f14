using Champions.Application.Auditing;
using Champions.Application.Imports;
using Champions.Domain;
using Champions.Domain.Common;
using Champions.Domain.Trusts;
using Champions.TestSupport;
using Champions.TestSupport.Databases;
using Microsoft.Extensions.DependencyInjection;

namespace Champions.Application.Tests.Imports;

public sealed class ImportSitesTests
{
    [Theory, EveryDatabase]
    public async Task Three_thousand_rows_of_the_whole_country_arrive_with_their_trusts(DatabaseKind kind)
    {
        await using var db = await WithTrustsAsync(kind);

        var report = (await ImportFileAsync(db, TestData.HospitalsAndWards)).Value;

        report.Summary("site").Should().Be("3,056 sites read: 3,056 added.");
        var trusts = (await db.AllAsync<Trust>()).ToDictionary(t => t.Id);
        var sites = await db.AllAsync<Site>();
        sites.Should().HaveCount(3_056).And.OnlyContain(s => s.Code.StartsWith(trusts[s.TrustId].Code));
    }

    [Theory, EveryDatabase]
    public async Task The_same_file_again_changes_nothing_and_leaves_no_trace(DatabaseKind kind)
    {
        await using var db = await WithTrustsAsync(kind);
        await ImportFileAsync(db, TestData.SitesOfThreeTrusts);
        var audited = (await db.AllAsync<AuditEntry>()).Count;

        var again = (await ImportFileAsync(db, TestData.SitesOfThreeTrusts)).Value;

        again.Summary("site").Should().Be("322 sites read: 322 unchanged.");
        (await db.AllAsync<AuditEntry>()).Should().HaveCount(audited);
    }

    [Theory, EveryDatabase]
    public async Task A_new_name_a_closure_and_a_move_are_changes_of_the_known_site(DatabaseKind kind)
    {
        await using var db = await WithTrustsAsync(kind);
        await ImportAsync(db, null, Row("RA701", "BRISTOL ROYAL INFIRMARY"), Row("RA707", "ST MICHAEL'S HOSPITAL"), Row("RA708", "BRISTOL EYE HOSPITAL"));
        var before = (await db.AllAsync<Site>()).ToDictionary(s => s.Code, s => s.Id);

        var report = (await ImportAsync(
            db, null,
            Row("RA701", "BRISTOL INFIRMARY"), Row("RA707", "ST MICHAEL'S HOSPITAL", closed: "20260630"), Row("RA708", "BRISTOL EYE HOSPITAL", postcode: "BS1 9XX"))).Value;

        report.Changes.Select(c => c.ToString()).Should().Equal(
            "RA701 renamed from Bristol Royal Infirmary to Bristol Infirmary",
            "RA707 closed on 30 June 2026",
            "RA708 moved to Marlborough Street, BS1 9XX");
        (await db.AllAsync<Site>()).ToDictionary(s => s.Code, s => s.Id).Should().BeEquivalentTo(before);
    }

    [Theory, EveryDatabase]
    public async Task A_site_that_no_known_trust_can_be_told_for_is_a_named_problem(DatabaseKind kind)
    {
        await using var db = await WithTrustsAsync(kind);

        var report = (await ImportAsync(
            db, null, Row("RA701", "BRISTOL ROYAL INFIRMARY"), Row("G6V2S", "NEW HUB", opened: "20240101"), Row("XXX01", "ELSEWHERE"))).Value;

        report.Problems.Select(p => p.ToString()).Should().Equal(
            "Row 2: The code G6V2S does not tell which trust runs New Hub. Import the trust list first, or name the trust.",
            "Row 3: The code XXX01 does not tell which trust runs Elsewhere. Import the trust list first, or name the trust.");
        report.Ready.Should().Be(1);
        (await db.AllAsync<Site>()).Should().BeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task A_named_trust_gets_every_site_of_the_file(DatabaseKind kind)
    {
        await using var db = await WithTrustsAsync(kind);

        var report = (await ImportAsync(db, "ra7", Row("G6V2S", "NEW HUB", opened: "20240101"), Row("RVJ01", "SOUTHMEAD HOSPITAL"))).Value;

        report.Added.Should().Equal("G6V2S New Hub", "RVJ01 Southmead Hospital");
        var bristol = (await db.AllAsync<Trust>()).Single(t => t.Code == "RA7");
        (await db.AllAsync<Site>()).Should().HaveCount(2).And.OnlyContain(s => s.TrustId == bristol.Id);
    }

    [Theory, EveryDatabase]
    public async Task A_site_is_handed_over_only_when_the_new_trust_is_named(DatabaseKind kind)
    {
        await using var db = await WithTrustsAsync(kind);
        await ImportAsync(db, null, Row("RVJ01", "SOUTHMEAD HOSPITAL"));

        var handedOver = (await ImportAsync(db, "RA7", Row("RVJ01", "SOUTHMEAD HOSPITAL"))).Value;
        var later = (await ImportAsync(db, null, Row("RVJ01", "SOUTHMEAD HOSPITAL"))).Value;

        handedOver.Changes.Should().ContainSingle().Which.ToString().Should().Be("RVJ01 handed over from RVJ to RA7");
        later.Unchanged.Should().Be(1, "the letters of an old code say nothing after a merger");
        var bristol = (await db.AllAsync<Trust>()).Single(t => t.Code == "RA7");
        (await db.AllAsync<Site>()).Should().ContainSingle().Which.TrustId.Should().Be(bristol.Id);
    }

    [Theory, EveryDatabase]
    public async Task A_site_with_open_wards_is_not_handed_over(DatabaseKind kind)
    {
        await using var db = await WithTrustsAsync(kind);
        await ImportAsync(db, null, Row("RVJ01", "SOUTHMEAD HOSPITAL"));
        var site = (await db.AllAsync<Site>()).Single();
        var ward = Given.Ward(site);
        await db.SaveAsync(ward);

        var report = (await ImportAsync(db, "RA7", Row("RVJ01", "SOUTHMEAD HOSPITAL"))).Value;

        report.Problems.Should().ContainSingle().Which.ToString().Should().Be(
            "Row 1: Southmead Hospital has 1 open ward of North Bristol NHS Trust. Close them before another trust takes the site over.");
        (await db.AllAsync<Site>()).Single().TrustId.Should().Be(site.TrustId);
    }

    [Theory, EveryDatabase]
    public async Task A_trust_that_does_not_exist_is_refused(DatabaseKind kind)
    {
        await using var db = await WithTrustsAsync(kind);

        var result = await ImportAsync(db, "ZZZ", Row("RVJ01", "SOUTHMEAD HOSPITAL"));

        result.Error!.Message.Should().Be("There is no trust with the code ZZZ. Import the trust list first, or check the code.");
    }

    [Theory, EveryDatabase]
    public async Task Without_a_trust_list_the_first_hundred_problems_are_named_and_the_rest_counted(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);

        var report = (await ImportFileAsync(db, TestData.HospitalsAndWards)).Value;

        report.Problems.Should().HaveCount(OdsFile.MostProblems + 1);
        report.Problems[^1].ToString().Should().Be("There are 2,956 more problems.");
        report.Summary("site").Should().Be("Nothing was imported. 3,056 rows have a problem, 0 other rows are ready.");
    }

    private static async Task<TestDatabase> WithTrustsAsync(DatabaseKind kind)
    {
        var db = await TestDatabase.CreateAsync(kind);
        await db.Run(async scope =>
        {
            await using var stream = TestData.Open(TestData.TrustsInJuly);
            _ = (await scope.GetRequiredService<ImportTrustsHandler>().HandleAsync(new ImportTrusts(stream), CancellationToken.None)).Value;
        });
        return db;
    }

    private static string Row(string code, string name, string opened = "20010401", string closed = "", string postcode = "BS1 3NU") =>
        string.Join(',', Enumerable.Range(1, 27).Select(column => column switch
        {
            1 => code,
            2 => name,
            5 => "MARLBOROUGH STREET",
            10 => postcode,
            11 => opened,
            12 => closed,
            _ => "",
        }).Select(value => $"\"{value}\""));

    private static Task<Result<ImportReport>> ImportFileAsync(TestDatabase db, string file) => ImportAsync(db, null, File.ReadAllBytes(TestData.PathOf(file)));

    private static Task<Result<ImportReport>> ImportAsync(TestDatabase db, string? trust, params string[] lines) =>
        ImportAsync(db, trust, System.Text.Encoding.UTF8.GetBytes(string.Join('\n', lines)));

    private static Task<Result<ImportReport>> ImportAsync(TestDatabase db, string? trust, byte[] file) => db.Run(async scope =>
    {
        await using var stream = new MemoryStream(file);
        return await scope.GetRequiredService<ImportSitesHandler>().HandleAsync(new ImportSites(stream, trust), CancellationToken.None);
    });
}
