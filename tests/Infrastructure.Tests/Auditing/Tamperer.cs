using Champions.Application.Auditing;
using Champions.Infrastructure.Persistence;

namespace Champions.Infrastructure.Tests.Auditing;

/// <summary>Thinks of ways to change the trail, each one in every detail by chance.</summary>
internal sealed class Tamperer(TamperedTrail trail, Random random)
{
    private static readonly string[] Columns =
        ["Chain", "Number", "TrustId", "At", "AccountId", "Network", "Entity", "EntityId", "Action", "Changes", "Hash"];

    /// <summary>Half of all edit one column; the others take turns.</summary>
    public Tampering Next(int turn)
    {
        Func<Tampering>[] others =
        [
            Delete, DeleteLast, DeleteChain, Swap, InsertAtEnd, InsertBetween, CloseTheGap, ChainAnew, RollBackEnd, ShortenWithEnd, RollBackADay,
            EditEnd, EditAnchor, DeleteAnchor, ForgeAnchor, EditFile,
        ];
        return turn % 2 == 0 ? Edit(Columns[turn / 2 % Columns.Length]) : others[turn / 2 % others.Length]();
    }

    private Tampering Edit(string column)
    {
        var row = Any(trail.Rows);
        var value = column switch
        {
            "Chain" => trail.Of(random.Next(2) == 0 ? Any([.. trail.Ends.Where(e => e.Id != row.Chain)]).Id : NewId()),
            "Number" => (row.Number + random.Next(1, 3) * 1000).ToString(),
            "TrustId" => row.TrustId is not null && random.Next(2) == 0 ? "NULL" : trail.Of(random.Next(2) == 0 ? NewId() : Guid.Empty),
            "At" => trail.Of(row.At.AddTicks(random.Next(3) switch { 0 => 10, 1 => -TimeSpan.TicksPerDay, _ => TimeSpan.TicksPerHour * random.Next(1, 90) })),
            "AccountId" => row.AccountId is not null && random.Next(2) == 0 ? "NULL" : trail.Of(NewId()),
            "Network" => row.Network is null && random.Next(2) == 0 ? "''" : TamperedTrail.Of(row.Network + "1"),
            "Hash" => trail.Of(random.Next(3) switch { 0 => [], 1 => Flip(row.Hash), _ => Any([.. trail.Rows.Where(r => r != row)]).Hash }),
            _ => TamperedTrail.Of(Bend((string)typeof(AuditEntry).GetProperty(column)!.GetValue(row)!)),
        };

        // On SQLite the key of a moved row may be free or taken by chance; a thousand on is free for certain
        var more = column == "Chain" ? ", \"Number\" = \"Number\" + 1000" : "";
        return new Tampering($"{column} of {Name(row)} to {value}", [$"UPDATE \"AuditEntries\" SET \"{column}\" = {value}{more} WHERE {Is(row)}"]);
    }

    private Tampering Delete()
    {
        var row = Any([.. trail.Rows.Where(r => r.Number < EndOf(r.Chain).Number)]);
        return new Tampering($"delete {Name(row)}", [$"DELETE FROM \"AuditEntries\" WHERE {Is(row)}"]);
    }

    private Tampering DeleteLast()
    {
        var end = Any(trail.Ends);
        var first = random.NextInt64(1, end.Number + 1);
        return new Tampering($"delete from {first} of {end.Id}", [$"DELETE FROM \"AuditEntries\" WHERE \"Chain\" = {trail.Of(end.Id)} AND \"Number\" >= {first}"]);
    }

    private Tampering DeleteChain()
    {
        var id = trail.Of(Any(trail.Ends).Id);
        var withAnchors = random.Next(2) == 0;
        return new Tampering($"delete chain {id}, anchors {withAnchors}",
        [
            $"DELETE FROM \"AuditEntries\" WHERE \"Chain\" = {id}",
            $"DELETE FROM \"AuditChains\" WHERE \"Id\" = {id}",
            $"DELETE FROM \"AuditAnchors\" WHERE \"Chain\" = {(withAnchors ? id : trail.Of(NewId()))}",
        ]);
    }

    private Tampering Swap()
    {
        var one = Any(trail.Rows);
        var other = Any([.. trail.Rows.Where(r => r.Chain == one.Chain && r != one)]);
        return new Tampering($"swap {Name(one)} and {Name(other)}",
        [
            $"UPDATE \"AuditEntries\" SET \"Number\" = -1 WHERE {Is(one)}",
            $"UPDATE \"AuditEntries\" SET \"Number\" = {one.Number} WHERE {Is(other)}",
            $"UPDATE \"AuditEntries\" SET \"Number\" = {other.Number} WHERE \"Chain\" = {trail.Of(one.Chain)} AND \"Number\" = -1",
        ]);
    }

    private Tampering InsertAtEnd()
    {
        var row = Any(trail.Rows);
        var number = EndOf(row.Chain).Number + 1;
        var hash = trail.Of(random.Next(2) == 0 ? row.Hash : NewHash());
        var moveEnd = random.Next(2) == 0;
        return new Tampering($"add {Name(row)} again at the end, end moved {moveEnd}",
        [
            Copy(row, number, hash),
            $"UPDATE \"AuditChains\" SET \"Number\" = {number}, \"Hash\" = {hash} WHERE \"Id\" = {trail.Of(moveEnd ? row.Chain : NewId())}",
        ]);
    }

    private Tampering InsertBetween()
    {
        var row = Any(trail.Rows);
        return new Tampering($"slip in a row before {Name(row)}",
        [
            .. Shift(row.Chain, row.Number, 1),
            Copy(Any([.. trail.Rows.Where(r => r.Chain == row.Chain && r.Number < row.Number).DefaultIfEmpty(row)]), row.Number, trail.Of(NewHash()), row.Number),
            $"UPDATE \"AuditChains\" SET \"Number\" = \"Number\" + 1 WHERE \"Id\" = {trail.Of(row.Chain)}",
        ]);
    }

    private Tampering CloseTheGap()
    {
        var row = Any([.. trail.Rows.Where(r => r.Number < EndOf(r.Chain).Number)]);
        return new Tampering($"delete {Name(row)} and close the gap",
        [
            $"DELETE FROM \"AuditEntries\" WHERE {Is(row)}",
            .. Shift(row.Chain, row.Number + 1, -1),
            $"UPDATE \"AuditChains\" SET \"Number\" = \"Number\" - 1 WHERE \"Id\" = {trail.Of(row.Chain)}",
        ]);
    }

    /// <summary>A row says something else, and everything behind it is sealed again, with another key.</summary>
    private Tampering ChainAnew()
    {
        var row = Any(trail.Rows);
        var key = new AuditKey(() => [.. Enumerable.Range(0, 32).Select(_ => (byte)random.Next(256))]);
        var (before, sql) = (trail.Rows.FirstOrDefault(r => r.Chain == row.Chain && r.Number == row.Number - 1)?.Hash ?? [], new List<string>());
        foreach (var after in trail.Rows.Where(r => r.Chain == row.Chain && r.Number >= row.Number))
        {
            before = key.HashOf(after, after.Number, before);
            sql.Add($"UPDATE \"AuditEntries\" SET \"Hash\" = {trail.Of(before)} WHERE {Is(after)}");
        }

        var end = EndOf(row.Chain);
        sql.Add($"UPDATE \"AuditChains\" SET \"Hash\" = {trail.Of(before)}, \"Mark\" = {trail.Of(key.MarkOf(end.Id, end.Number, before))} WHERE \"Id\" = {trail.Of(end.Id)}");
        return new Tampering($"chain anew from {Name(row)}", sql);
    }

    private Tampering RollBackEnd()
    {
        var end = Any(trail.EarlierEnds);
        return new Tampering($"end of {end.Id} as a day before", [SetEnd(end.Id, end.Number, end.Hash, end.Mark)]);
    }

    private Tampering ShortenWithEnd()
    {
        var row = Any([.. trail.Rows.Where(r => r.Number < EndOf(r.Chain).Number)]);
        var mark = random.Next(3) switch { 0 => [], 1 => EndOf(row.Chain).Mark, _ => NewHash() };
        return new Tampering($"end the chain with {Name(row)}",
        [
            $"DELETE FROM \"AuditEntries\" WHERE \"Chain\" = {trail.Of(row.Chain)} AND \"Number\" > {row.Number}",
            $"DELETE FROM \"AuditAnchors\" WHERE \"Chain\" = {trail.Of(row.Chain)} AND \"Number\" > {row.Number}",
            SetEnd(row.Chain, row.Number, row.Hash, mark),
        ]);
    }

    /// <summary>What a backup of the day before holds, put in the place of everything: one chain, or all.</summary>
    private Tampering RollBackADay()
    {
        var day = trail.EarlierEnds.Where(_ => random.Next(2) == 0).DefaultIfEmpty(Any(trail.EarlierEnds)).ToList();
        return new Tampering($"{day.Count} chains as a day before",
        [
            .. day.SelectMany(end => (string[])
            [
                $"DELETE FROM \"AuditEntries\" WHERE \"Chain\" = {trail.Of(end.Id)} AND \"Number\" > {end.Number}",
                $"DELETE FROM \"AuditAnchors\" WHERE \"Chain\" = {trail.Of(end.Id)} AND \"Number\" > {end.Number}",
                SetEnd(end.Id, end.Number, end.Hash, end.Mark),
            ]),
        ]);
    }

    private Tampering EditEnd()
    {
        var end = Any(trail.Ends);
        return random.Next(4) switch
        {
            0 => new Tampering($"number of the end of {end.Id}", [SetEnd(end.Id, end.Number + random.Next(1, 5), end.Hash, end.Mark)]),
            1 => new Tampering($"hash of the end of {end.Id}", [SetEnd(end.Id, end.Number, Flip(end.Hash), end.Mark)]),
            2 => new Tampering($"mark of the end of {end.Id}", [SetEnd(end.Id, end.Number, end.Hash, Flip(end.Mark))]),
            _ => new Tampering($"delete the end of {end.Id}", [$"DELETE FROM \"AuditChains\" WHERE \"Id\" = {trail.Of(end.Id)}"]),
        };
    }

    private Tampering EditAnchor()
    {
        var anchor = Any(trail.Anchors);
        var set = random.Next(5) switch
        {
            0 => $"\"Number\" = {anchor.Number + random.Next(1, 3)}",
            1 => $"\"Hash\" = {trail.Of(Flip(anchor.Hash))}",
            2 => $"\"Mark\" = {trail.Of(Flip(anchor.Mark))}",
            3 => $"\"Day\" = {TamperedTrail.Of(anchor.Day.AddDays(-10))}",
            _ => $"\"Chain\" = {trail.Of(NewId())}",
        };
        return new Tampering($"anchor of {anchor.Day} of {anchor.Chain}: {set}", [$"UPDATE \"AuditAnchors\" SET {set} WHERE {Is(anchor)}"]);
    }

    private Tampering DeleteAnchor() => random.Next(4) == 0
        ? new Tampering("delete all anchors", ["DELETE FROM \"AuditAnchors\""])
        : new Tampering("delete an anchor", [$"DELETE FROM \"AuditAnchors\" WHERE {Is(Any(trail.Anchors))}"]);

    private Tampering ForgeAnchor()
    {
        var row = Any(trail.Rows);
        var day = Given.Today.AddDays(random.Next(5, 50));
        return new Tampering($"forge an anchor on {Name(row)}",
            [$"INSERT INTO \"AuditAnchors\" VALUES ({trail.Of(row.Chain)}, {TamperedTrail.Of(day)}, {row.Number}, {trail.Of(row.Hash)}, {trail.Of(NewHash())})"]);
    }

    private Tampering EditFile()
    {
        var lines = trail.Lines.Split('\n')[..^1];
        var line = random.Next(lines.Length);
        string[] changed = random.Next(6) switch
        {
            0 => [.. lines[..line], .. lines[(line + 1)..]],
            1 => [.. lines[..line], Bend(lines[line]), .. lines[(line + 1)..]],
            2 => [.. lines, lines[line].Replace("2026-", "2025-", StringComparison.Ordinal)],
            3 => [],
            4 => [.. lines[..line], "", .. lines[line..]],
            _ => lines[..line],
        };
        return new Tampering($"file of anchors at line {line}: {string.Join("|", changed)}", [], string.Concat(changed.Select(l => l + "\n")));
    }

    private string SetEnd(Guid chain, long number, byte[] hash, byte[] mark) =>
        $"UPDATE \"AuditChains\" SET \"Number\" = {number}, \"Hash\" = {trail.Of(hash)}, \"Mark\" = {trail.Of(mark)} WHERE \"Id\" = {trail.Of(chain)}";

    /// <summary>By way of negative numbers, so that no key is taken in between.</summary>
    private string[] Shift(Guid chain, long from, int by) =>
    [
        $"UPDATE \"AuditEntries\" SET \"Number\" = -(\"Number\" + {by}) WHERE \"Chain\" = {trail.Of(chain)} AND \"Number\" >= {from}",
        $"UPDATE \"AuditEntries\" SET \"Number\" = -\"Number\" WHERE \"Chain\" = {trail.Of(chain)} AND \"Number\" < 0",
    ];

    private string Copy(AuditEntry row, long number, string hash, long? shiftedFrom = null)
    {
        var number0 = row.Number >= (shiftedFrom ?? long.MaxValue) ? row.Number + 1 : row.Number;
        return $"""
            INSERT INTO "AuditEntries" ("Chain", "Number", "TrustId", "At", "AccountId", "Network", "Entity", "EntityId", "Action", "Changes", "Hash")
            SELECT "Chain", {number}, "TrustId", "At", "AccountId", "Network", "Entity", "EntityId", "Action", "Changes", {hash}
            FROM "AuditEntries" WHERE "Chain" = {trail.Of(row.Chain)} AND "Number" = {number0}
            """;
    }

    private AuditChain EndOf(Guid chain) => trail.Ends.Single(e => e.Id == chain);

    private string Is(AuditEntry row) => $"\"Chain\" = {trail.Of(row.Chain)} AND \"Number\" = {row.Number}";

    private string Is(AuditAnchor anchor) => $"\"Chain\" = {trail.Of(anchor.Chain)} AND \"Day\" = {TamperedTrail.Of(anchor.Day)}";

    private static string Name(AuditEntry row) => $"row {row.Number} of {row.Chain}";

    private T Any<T>(IReadOnlyList<T> all) => all[random.Next(all.Count)];

    private Guid NewId()
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }

    private byte[] NewHash()
    {
        var bytes = new byte[AuditEntry.HashBytes];
        random.NextBytes(bytes);
        return bytes;
    }

    private byte[] Flip(byte[] bytes)
    {
        byte[] flipped = [.. bytes];
        flipped[random.Next(flipped.Length)] ^= (byte)(1 << random.Next(8));
        return flipped;
    }

    /// <summary>Another text of about the same length.</summary>
    private string Bend(string text)
    {
        var place = random.Next(text.Length);
        var letter = text[place] == 'x' ? 'y' : 'x';
        return random.Next(3) switch { 0 => text + letter, 1 when text.Length > 1 => text.Remove(place, 1), _ => text[..place] + letter + text[(place + 1)..] };
    }
}
