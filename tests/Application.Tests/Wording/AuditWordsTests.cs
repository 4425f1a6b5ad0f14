using Champions.Application.Auditing;
using Champions.Application.Wording;
using Champions.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Champions.Application.Tests.Wording;

public sealed class AuditWordsTests
{
    private static readonly Dictionary<Guid, string> NoNames = [];
    private static readonly Guid Ward = Guid.CreateVersion7(Given.Now);

    [Fact]
    public async Task Every_kind_of_row_that_is_audited_has_words_of_its_own_and_every_column_reads_as_words()
    {
        await using var db = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var audited = await db.Run(scope => Task.FromResult(
            scope.GetRequiredService<ChampionsDbContext>().Model.GetEntityTypes().Where(t => AuditTrail.IsAudited(t.ClrType)).ToList()));

        audited.Should().HaveCountGreaterThan(15);
        audited.Select(t => t.ClrType.Name).Should().BeSubsetOf(AuditWords.Kinds.Keys);
        AuditWords.Kinds.Values.Should().OnlyHaveUniqueItems();
        foreach (var column in audited.SelectMany(t => t.GetProperties()).Select(p => p.Name).Distinct())
        {
            AuditWords.Column(column).Should().MatchRegex("^[A-Z][a-z-]*( [a-zA-Z-]+)*$", $"of {column}").And.NotEndWith(" id", $"of {column}");
        }
    }

    [Theory]
    [InlineData("""{"Status":["Booked","CancelledByStaff"]}""", "Status: Booked → Cancelled by staff")]
    [InlineData("""{"CancelReason":[]}""", "Reason for cancelling changed")]
    [InlineData("""{"PasswordHash":[],"Version":["1","2"]}""", "Password changed")]
    [InlineData("""{"IsDisabled":["False","True"]}""", "Switched off: No → Yes")]
    [InlineData("""{"Roles":[null,"Staff, Coordinator"]}""", "Roles: Staff, Coordinator")]
    [InlineData("""{"ClosedOn":["2026-11-24",null]}""", "Closed on removed: 24 Nov 2026")]
    [InlineData("""{"StartsAt":["2026-11-24T10:00:00.0000000Z","2026-07-01T10:00:00.0000000Z"]}""", "Starts: 24 Nov 2026, 10am → 1 Jul 2026, 11am")]
    [InlineData("""{"Minutes":["15","30"]}""", "Minutes: 15 → 30")]
    [InlineData("""{"Mode":["Phone","Group"]}""", "Way of meeting: Phone call → Group session")]
    [InlineData("""{"SomethingNew":["ABC","DefGhi"]}""", "Something new: Abc → Def ghi")]
    [InlineData("""{"Version":["1","2"]}""", "Something that belongs to it changed")]
    [InlineData("{}", "Something that belongs to it changed")]
    [InlineData("not even JSON", "Something that belongs to it changed")]
    public void A_change_reads_as_people_say_it(string changes, string words) =>
        AuditWords.Lines(Row with { Changes = changes }, NoNames).Should().ContainSingle().Which.Should().Be(words);

    [Fact]
    public void Ids_read_as_the_names_of_now_and_otherwise_as_they_are()
    {
        var changed = Row with { Changes = $$"""{"WardId":["{{Ward}}","{{Guid.Empty}}"]}""" };

        AuditWords.Lines(changed, new Dictionary<Guid, string> { [Ward] = "Maple Ward" }).Should().Equal($"Ward: Maple Ward → {Guid.Empty}");
        AuditWords.What(Row).Should().Be("Booking changed");
    }

    [Fact]
    public void Who_it_was_is_told_from_account_and_network()
    {
        var account = new AccountId(Ward);

        AuditWords.Who(Row with { AccountId = account }, new Dictionary<Guid, string> { [Ward] = "Helen Carter" }).Should().Be("Helen Carter");
        AuditWords.Who(Row with { AccountId = account }, NoNames).Should().Be("Somebody outside this trust, or whose account is gone");
        AuditWords.Who(Row with { Network = "10.0.0.1" }, NoNames).Should().Be("Somebody not logged in");
        AuditWords.Who(Row, NoNames).Should().Be("Champions itself");
    }

    [Fact]
    public void Every_break_has_words_of_its_own() =>
        Enum.GetValues<BreakKind>().Select(kind => TrailWords.Of(new ChainBreak(kind, 7, Given.Today))).Should().OnlyHaveUniqueItems().And.NotContain("");

    private static AuditRow Row { get; } = new() { Entity = "Booking", Action = "Changed", Changes = "{}", At = Given.Now };
}
