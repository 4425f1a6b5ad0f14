using Champions.Application.Auditing;
using Champions.Infrastructure.Persistence;

namespace Champions.Infrastructure.Tests.Auditing;

/// <summary>The check names the first row that does not hold, and what happened to it.</summary>
public sealed class ChainWalkTests
{
    private static readonly AuditKey Key = new(() => new byte[32]);
    private static readonly TrustId Trust = new(Guid.CreateVersion7(Given.Now));

    private readonly List<AuditEntry> rows = [];
    private readonly AuditChain end = new(Trust.Value);
    private readonly List<AuditAnchor> anchors = [];

    public ChainWalkTests()
    {
        byte[] hash = [];
        for (var number = 1; number <= 10; number++)
        {
            var row = Row(number, $"row {number}");
            row.Seal(hash = Key.HashOf(row, number, hash));
            rows.Add(row);
            if (number is 4 or 8)
            {
                anchors.Add(Anchor(number, hash));
            }
        }

        end.Extend(10, hash, Key.MarkOf(end.Id, 10, hash));
    }

    [Fact]
    public void A_chain_as_it_was_written_holds_to_its_end()
    {
        var report = Check();

        report.Should().BeEquivalentTo(new { Number = 10L, Hash = end.Hash, At = Given.Now, Break = (ChainBreak?)null });
    }

    [Fact]
    public void A_chain_that_never_began_holds() => Check(null, [], null, [], []).Break.Should().BeNull();

    [Fact]
    public void A_changed_row_is_named()
    {
        var forged = Row(6, "something else");
        forged.Seal(rows[5].Hash);
        rows[5] = forged;

        Check().Break.Should().Be(new ChainBreak(BreakKind.ChangedRow, 6));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(6)]
    public void A_missing_row_is_named(int number)
    {
        rows.RemoveAt(number - 1);

        Check().Break.Should().Be(new ChainBreak(BreakKind.MissingRow, number));
    }

    [Fact]
    public void A_row_slipped_in_between_is_told_from_a_changed_one()
    {
        var later = rows.Skip(5).Select(r => Moved(r, r.Number + 1)).ToList();
        var forged = Row(6, "slipped in");
        forged.Seal(new byte[32]);

        Check(rows: [.. rows.Take(5), forged, .. later]).Break.Should().Be(new ChainBreak(BreakKind.ExtraRow, 6));
    }

    [Fact]
    public void A_row_behind_the_end_was_not_written_by_the_program()
    {
        var forged = Row(11, "added");
        forged.Seal(new byte[32]);
        rows.Add(forged);

        Check().Break.Should().Be(new ChainBreak(BreakKind.ExtraRow, 11));
    }

    [Fact]
    public void Missing_last_rows_are_named_by_the_first_of_them()
    {
        rows.RemoveRange(8, 2);

        Check().Break.Should().Be(new ChainBreak(BreakKind.Shortened, 9));
    }

    [Fact]
    public void A_chain_shortened_together_with_its_end_is_betrayed_by_the_mark()
    {
        rows.RemoveAt(9);
        end.Extend(9, rows[8].Hash, end.Mark);

        Check().Break.Should().Be(new ChainBreak(BreakKind.EndDiffers, 9));
    }

    [Fact]
    public void A_chain_with_an_end_of_earlier_is_betrayed_by_the_anchor_in_the_file()
    {
        rows.RemoveRange(5, 5);
        end.Extend(5, rows[4].Hash, Key.MarkOf(end.Id, 5, rows[4].Hash));

        Check(stored: [anchors[0]]).Break.Should().Be(new ChainBreak(BreakKind.Shortened, 6));
    }

    [Fact]
    public void A_chain_without_an_end_is_found() => Check(null, rows, null, anchors, anchors).Break.Should().Be(new ChainBreak(BreakKind.EndMissing, 10));

    [Fact]
    public void Anchors_are_held_against_the_rows_and_against_each_other()
    {
        var changed = new AuditAnchor(Trust.Value, anchors[0].Day, 3, anchors[0].Hash, anchors[0].Mark);
        var elsewhere = Anchor(4, new byte[32]);

        Check(stored: [changed, anchors[1]]).Break.Should().Be(new ChainBreak(BreakKind.AnchorChanged, 3, changed.Day));
        Check(stored: [anchors[1]]).Break.Should().Be(new ChainBreak(BreakKind.AnchorMissing, 4, anchors[0].Day));
        Check(filed: [anchors[0]]).Break.Should().Be(new ChainBreak(BreakKind.AnchorFileDiffers, 8, anchors[1].Day));
        Check(filed: [changed, anchors[1]]).Break.Should().Be(new ChainBreak(BreakKind.AnchorFileDiffers, 3, changed.Day));
        Check(stored: [elsewhere, anchors[1]], filed: [elsewhere, anchors[1]]).Break.Should().Be(new ChainBreak(BreakKind.AnchorDiffers, 4, elsewhere.Day));
    }

    [Fact]
    public void A_check_that_begins_at_an_anchor_finds_what_came_later()
    {
        var forged = Row(9, "something else");
        forged.Seal(rows[8].Hash);
        rows[8] = forged;

        Check(start: anchors[1], rows: rows[8..]).Break.Should().Be(new ChainBreak(BreakKind.ChangedRow, 9));
    }

    [Fact]
    public void No_two_rows_run_together_to_the_same_bytes()
    {
        var one = new AuditEntry(Trust, 1, Given.Now, new AuditAuthor(null, null), new AuditChange("Ward", "ab", "Added", "{}"));
        AuditEntry[] others =
        [
            new(Trust, 1, Given.Now, new AuditAuthor(null, ""), new AuditChange("Ward", "ab", "Added", "{}")),
            new(Trust, 1, Given.Now, new AuditAuthor(null, null), new AuditChange("Warda", "b", "Added", "{}")),
            new(Trust, 1, Given.Now.AddTicks(1), new AuditAuthor(null, null), new AuditChange("Ward", "ab", "Added", "{}")),
            new(Trust, 1, Given.Now, new AuditAuthor(new AccountId(Guid.Empty), null), new AuditChange("Ward", "ab", "Added", "{}")),
        ];

        others.Select(other => Convert.ToHexString(Key.HashOf(other, 1, []))).Append(Convert.ToHexString(Key.HashOf(one, 1, [])))
            .Should().OnlyHaveUniqueItems();
        Key.HashOf(new AuditEntry(null, 1, Given.Now, new AuditAuthor(null, null), new AuditChange("", "", "", "")), 1, [])
            .Should().NotEqual(Key.HashOf(new AuditEntry(new TrustId(Guid.Empty), 1, Given.Now, new AuditAuthor(null, null), new AuditChange("", "", "", "")), 1, []));
    }

    private ChainReport Check(
        AuditAnchor? start = null, IReadOnlyList<AuditEntry>? rows = null, IReadOnlyList<AuditAnchor>? stored = null, IReadOnlyList<AuditAnchor>? filed = null) =>
        Check(start, rows ?? this.rows, end, stored ?? anchors, filed ?? anchors);

    private static ChainReport Check(
        AuditAnchor? start, IReadOnlyList<AuditEntry> rows, AuditChain? end, IReadOnlyList<AuditAnchor> stored, IReadOnlyList<AuditAnchor> filed)
    {
        var walk = new ChainWalk(Trust.Value, ChainAnchors.Of(stored, filed, Key), Key, start);
        for (var i = 0; i < rows.Count; i++)
        {
            walk.Pass(rows[i], i + 1 < rows.Count ? rows[i + 1] : null);
        }

        return walk.Finish(end);
    }

    private static AuditEntry Row(long number, string id) =>
        new(Trust, number, Given.Now, new AuditAuthor(null, "10.0.0.1"), new AuditChange("Ward", id, AuditEntry.Added, "{}"));

    private static AuditEntry Moved(AuditEntry row, long number)
    {
        var moved = Row(number, row.EntityId);
        moved.Seal(row.Hash);
        return moved;
    }

    private static AuditAnchor Anchor(long number, byte[] hash)
    {
        var day = Given.Today.AddDays((int)number);
        return new AuditAnchor(Trust.Value, day, number, hash, Key.MarkOf(Trust.Value, day, number, hash));
    }
}
