using System.Net;
using System.Text.Json;
using Champions.Domain.Accounts;
using Champions.Domain.Staff;
using Champions.Domain.Wards;
using Champions.TestSupport.Web;

namespace Champions.Web.Tests.Privacy;

/// <summary>What a person sees, takes away and puts right of what is kept about them.</summary>
public sealed class MyAccountTests
{
    [Theory, EveryDatabase]
    public async Task My_data_is_everything_about_me_and_nothing_about_anybody_else(DatabaseKind kind)
    {
        await using var app = await ChampionsApp.StartAsync(kind);
        var trust = await SmallTrust.CreateAsync(app.Db);
        await SampleRows.CreateAsync(trust);
        await SampleRows.CreateAsync(await SmallTrust.CreateOtherAsync(app.Db));
        var slot = Given.Slot(trust.Champion, Given.TomorrowAfternoon.AddDays(3));
        slot.Book(trust.HelpdeskAgent.Id, Given.Request(topic: "Somebody else's topic"), Given.Now);
        await app.Db.SaveAsync(slot);
        var colleague = await app.SignInAsync(trust.AsStaff);

        var page = await colleague.OpenAsync("/account");
        page.Text.Should().Contain("Tom Reid").And.Contain(trust.Colleague.Email).And.Contain("Theatre Recovery, Royal Infirmary");
        var json = await colleague.OpenAsync("/account/my-data.json");

        json.MediaType.Should().Be("application/json");
        var data = JsonDocument.Parse(json.Body).RootElement;
        data.GetProperty("details").GetProperty("name").GetString().Should().Be("Tom Reid");
        data.GetProperty("bookings").EnumerateArray().Should().ContainSingle().Which.GetProperty("topic").GetString().Should().Be("Finding blood results");
        data.GetProperty("emails").GetArrayLength().Should().BeGreaterThan(0);
        data.GetProperty("devices").EnumerateArray().Should().ContainSingle();
        data.GetProperty("sessionsLogged").GetArrayLength().Should().Be(0);
        json.Body.Should().NotContain("Somebody else").And.NotContain("Sam Patel").And.NotContain("Plymouth");
    }

    [Theory, EveryDatabase]
    public async Task A_champion_finds_their_sessions_follow_ups_and_wards_in_the_file(DatabaseKind kind)
    {
        await using var app = await ChampionsApp.StartAsync(kind);
        var trust = await SmallTrust.CreateAsync(app.Db);
        await SampleRows.CreateAsync(trust);
        var champion = await app.SignInAsync(trust.AsChampion);

        var csv = await champion.OpenAsync("/account/my-data.csv");

        csv.MediaType.Should().Be("text/csv");
        var lines = csv.Body.TrimStart('\uFEFF').Split("\r\n");
        lines[0].Should().Be("What,When,Details,Free text");
        lines.Should().Contain(l => l.StartsWith("Session logged,2026-11-24,")).And.Contain(l => l.StartsWith("Follow-up,"))
            .And.Contain(l => l.StartsWith("Ward assignment,2026-11-24,Maple Ward"));
    }

    [Theory, EveryDatabase]
    public async Task I_can_put_my_details_right(DatabaseKind kind)
    {
        await using var app = await ChampionsApp.StartAsync(kind);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var colleague = await app.SignInAsync(trust.AsStaff);
        var page = await colleague.OpenAsync("/account/details");

        page = await page.PressAsync(
            "Save", ("Input.Name", "Thomas Reid"), ("Input.StaffGroup", nameof(StaffGroup.Students)), ("Input.Ward", trust.Ward.Id.Value.ToString()));

        page.Address.Should().Be("/account");
        page.Text.Should().Contain("Your details are saved.").And.Contain("Thomas Reid").And.Contain("Maple Ward");
        (await app.Db.AllAsync<StaffMember>()).Single(s => s.Id == trust.Colleague.Id).StaffGroup.Should().Be(StaffGroup.Students);
        (await app.Db.AllAsync<Account>()).Single(a => a.StaffMemberId == trust.Colleague.Id).Name.Should().Be("Thomas Reid");
    }

    [Theory, EveryDatabase]
    public async Task My_ward_stays_mine_after_it_has_closed_until_I_choose_another(DatabaseKind kind)
    {
        await using var app = await ChampionsApp.StartAsync(kind);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var mine = trust.Colleague.WardId!.Value;
        await app.Db.ChangeAsync<Ward>(w => w.Id == mine, w => w.Close(Given.Today));
        await app.Db.ChangeAsync<Ward>(w => w.Id == trust.Ward.Id, w => w.Close(Given.Today));
        var colleague = await app.SignInAsync(trust.AsStaff);

        var page = await colleague.OpenAsync("/account/details");
        page.Find("[name='Input.Ward'] option[selected]").TextContent.Should().Be("Theatre Recovery (closed)");
        page.Find("[name='Input.Ward']").TextContent.Should().NotContain("Maple Ward", "nobody starts on a ward that has closed");
        (await page.PressAsync("Save", ("Input.Name", "Thomas Reid"))).Address.Should().Be("/account");

        (await app.Db.AllAsync<StaffMember>()).Single(s => s.Id == trust.Colleague.Id).Should().BeEquivalentTo(new { Name = "Thomas Reid", WardId = mine });
    }

    [Theory]
    [InlineData("Input.Name", "", "Enter your name")]
    [InlineData("Input.Name", " ", "Enter your name")]
    [InlineData("Input.StaffGroup", "Surgeons", "Check what you entered for staff group")]
    public async Task What_cannot_be_right_is_refused_beside_its_box(string field, string typed, string words)
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var colleague = await app.SignInAsync(trust.AsStaff);
        var page = await colleague.OpenAsync("/account/details");
        var fields = page.FieldsOf("Save").ToDictionary(f => f.Name, f => f.Value);
        fields[field] = typed;

        page = await colleague.ForgeAsync("/account/details", [.. fields.Select(f => (f.Key, f.Value))]);

        page.Status.Should().Be(HttpStatusCode.BadRequest);
        page.Errors.Should().Equal(words);
    }

    [Theory, EveryDatabase]
    public async Task Another_trusts_ward_is_not_found(DatabaseKind kind)
    {
        await using var app = await ChampionsApp.StartAsync(kind);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var other = await SmallTrust.CreateOtherAsync(app.Db);
        var colleague = await app.SignInAsync(trust.AsStaff);
        var page = await colleague.OpenAsync("/account/details");
        var fields = page.FieldsOf("Save").ToDictionary(f => f.Name, f => f.Value);
        fields["Input.Ward"] = other.Ward.Id.Value.ToString();

        (await colleague.ForgeAsync("/account/details", [.. fields.Select(f => (f.Key, f.Value))])).Status.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_administrator_without_a_trust_sees_their_account_too()
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var administrator = await app.SignInAsync(SmallTrust.AsAdministrator);

        (await administrator.OpenAsync("/account")).Text.Should().Contain("administrator@champions.example");
        JsonDocument.Parse((await administrator.OpenAsync("/account/my-data.json")).Body).RootElement
            .GetProperty("details").GetProperty("roles").EnumerateArray().Should().ContainSingle();
    }

    [Theory]
    [InlineData("2")]
    [InlineData("97")]
    [InlineData("")]
    [InlineData("many")]
    public async Task How_long_data_is_kept_has_limits(string months)
    {
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite);
        var trust = await SmallTrust.CreateAsync(app.Db);
        var administrator = await app.SignInAsync(SmallTrust.AsAdministrator);
        var page = await administrator.OpenAsync($"/admin/trusts/{trust.Trust.Id.Value}/retention");

        (await page.PressAsync("Save", ("Input.NotesMonths", months))).Status.Should().Be(HttpStatusCode.BadRequest);

        (await page.PressAsync("Save", ("Input.NotesMonths", "12"), ("Input.LeaversMonths", "6"))).Text.Should().Contain("How long data is kept is saved.");
        (await administrator.OpenAsync($"/admin/trusts/{trust.Trust.Id.Value}/retention")).Find("[name='Input.NotesMonths']").GetAttribute("value").Should().Be("12");
    }
}
