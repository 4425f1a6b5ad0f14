using System.Globalization;
using System.Text;
using Champions.Application.Imports;
using Champions.TestSupport;

namespace Champions.Application.Tests.Imports;

public sealed class OdsFileTests
{
    [Theory]
    [InlineData(TestData.TrustsInApril, 274, 71)]
    [InlineData(TestData.TrustsInJuly, 274, 72)]
    [InlineData(TestData.HospitalsAndWards, 3_056, 0)]
    [InlineData(TestData.SitesOfThreeTrusts, 322, 0)]
    public async Task The_real_files_are_read_whole(string file, int rows, int closed)
    {
        await using var stream = TestData.Open(file);

        var reading = await OdsFile.ReadAsync(stream);

        reading.Problems.Should().BeEmpty();
        reading.CanBeApplied.Should().BeTrue();
        reading.Rows.Should().HaveCount(rows);
        reading.Rows.Count(row => row.ClosedOn is not null).Should().Be(closed);
        reading.Rows.Select(row => row.Row).Should().Equal(Enumerable.Range(1, rows));
    }

    [Fact]
    public async Task The_changes_between_April_and_July_are_seen()
    {
        var april = (await Read(TestData.TrustsInApril)).ToDictionary(row => row.Code);
        var july = (await Read(TestData.TrustsInJuly)).ToDictionary(row => row.Code);

        july["RA7"].Name.Should().Be("BRISTOL NHS FOUNDATION TRUST").And.NotBe(april["RA7"].Name);
        april["RVJ"].ClosedOn.Should().BeNull();
        july["RVJ"].ClosedOn.Should().Be(new DateOnly(2026, 6, 30));
        july["RAT"].Postcode.Should().NotBe(april["RAT"].Postcode);
        july.Keys.Should().BeEquivalentTo(april.Keys);
    }

    [Fact]
    public async Task A_row_keeps_what_its_columns_say()
    {
        var row = (await Read(TestData.TrustsInJuly))[2];

        row.Should().BeEquivalentTo(new OdsRow(
            3,
            "R0A",
            "MANCHESTER UNIVERSITY NHS FOUNDATION TRUST",
            "Y62",
            "QOP",
            ["COBBETT HOUSE", "OXFORD ROAD", "MANCHESTER"],
            "M13 9WL",
            new DateOnly(2017, 10, 1),
            null,
            "0300 3309444"));
    }

    [Fact]
    public async Task Three_thousand_rows_are_read() => (await Read(TestData.HospitalsAndWards)).Should().HaveCount(3_056);

    [Theory]
    [InlineData("\n", false, true)]
    [InlineData("\r\n", false, true)]
    [InlineData("\n", true, true)]
    [InlineData("\r\n", true, false)]
    public async Task Line_ends_byte_order_mark_and_blank_last_lines_do_not_matter(string lineEnd, bool mark, bool lastLineEnd)
    {
        foreach (var form in (Func<string, string, string>[])[Quoted, Unquoted])
        {
            var text = (mark ? "\uFEFF" : "") + form("RA7", "BRISTOL NHS FOUNDATION TRUST") + lineEnd + form("RVJ", "NORTH BRISTOL NHS TRUST") + (lastLineEnd ? lineEnd + lineEnd : "");

            var reading = await Read(Encoding.UTF8.GetBytes(text));

            reading.Problems.Should().BeEmpty();
            reading.Rows.Select(row => row.Code).Should().Equal("RA7", "RVJ");
            reading.Rows.Should().OnlyContain(row => row.Telephone == "0117 496 0000" && row.Postcode == "BS1 3NU");
        }
    }

    [Fact]
    public async Task Quoted_commas_and_doubled_quotes_belong_to_the_name()
    {
        var reading = await Read(Encoding.UTF8.GetBytes(Quoted("RCX", "THE QUEEN ELIZABETH HOSPITAL, KING'S LYNN, \"\"THE QE\"\"")));

        reading.Rows.Should().ContainSingle().Which.Name.Should().Be("THE QUEEN ELIZABETH HOSPITAL, KING'S LYNN, \"THE QE\"");
    }

    [Fact]
    public async Task An_unquoted_name_with_a_comma_is_a_named_problem_and_the_other_rows_are_ready()
    {
        var reading = await Read(Lines(Unquoted("RA7", "BRISTOL"), Unquoted("RCX", "QUEEN ELIZABETH, KING'S LYNN"), Unquoted("RVJ", "NORTH BRISTOL")));

        reading.Rows.Select(row => row.Code).Should().Equal("RA7", "RVJ");
        Words(reading).Should().Equal("Row 2: This row has 25 columns where row 1 has 24. A name or address with a comma in it must be in quotes.");
        reading.CanBeApplied.Should().BeFalse();
    }

    [Fact]
    public async Task Commas_that_make_an_old_row_as_long_as_a_new_one_are_noticed()
    {
        var reading = await Read(Lines(Unquoted("RXX", "TEES, ESK, WEAR, VALLEYS"), Unquoted("RA7", "BRISTOL")));

        reading.Rows.Should().BeEmpty();
        Words(reading).Should().Equal(
            "Row 1: The opening date of RXX is \"BRISTOL\". A date is written year, month, day, such as 20260630.",
            "Row 2: This row has 24 columns where row 1 has 27. A name or address with a comma in it must be in quotes.");
    }

    [Fact]
    public async Task A_code_that_appears_twice_names_both_rows()
    {
        var reading = await Read(Lines(Quoted("RA7", "BRISTOL"), Quoted("RVJ", "NORTH BRISTOL"), Quoted("RA7", "BRISTOL AGAIN")));

        Words(reading).Should().Equal("Row 3: The code RA7 is also on row 1. Each code may appear once.");
    }

    [Fact]
    public async Task Blank_lines_count_as_rows_so_that_numbers_match_the_file()
    {
        var reading = await Read(Lines("", Quoted("RA7", "BRISTOL"), "", Quoted("x", "NORTH BRISTOL")));

        reading.Rows.Should().ContainSingle().Which.Row.Should().Be(2);
        reading.Problems.Should().ContainSingle().Which.Row.Should().Be(4);
    }

    public static TheoryData<int, string, string> WrongValues() => new()
    {
        { 1, "", "The code is missing." },
        { 1, "ra7", "\"ra7\" is not an organisation code. A code has 3 to 9 capital letters and numbers, such as RA7." },
        { 1, "RA", "\"RA\" is not an organisation code. A code has 3 to 9 capital letters and numbers, such as RA7." },
        { 1, "Organisation Code", "\"Organisation Code\" is not an organisation code. A code has 3 to 9 capital letters and numbers, such as RA7." },
        { 1, "=CMD()", "\"=CMD()\" is not an organisation code. A code has 3 to 9 capital letters and numbers, such as RA7." },
        { 2, "  ", "The name is missing." },
        { 2, new string('N', 101), "The name is 101 characters long. A name has at most 100." },
        { 3, "the west", "\"the west\" stands where the region code belongs. A name with a comma in it must be in quotes." },
        { 5, new string('A', 101), "A line of the address of RA7 is longer than 100 characters." },
        { 10, "BS1 3NU BRISTOL", "The postcode of RA7 is \"BS1 3NU BRISTOL\". A postcode has up to 8 capital letters, numbers and spaces, such as SW1A 2AA." },
        { 11, "", "The opening date of RA7 is missing." },
        { 11, "20260230", "The opening date of RA7 is \"20260230\". A date is written year, month, day, such as 20260630." },
        { 12, "30/06/2026", "The closing date of RA7 is \"30/06/2026\". A date is written year, month, day, such as 20260630." },
        { 12, "19900101", "RA7 closes before it opens: 19900101 is earlier than 20010401." },
        { 18, new string('0', 31), "The telephone number of RA7 is longer than 30 characters." },
        { 4, "Q\u0007OP", "Column 4 has characters that cannot be shown. Save the file as UTF-8 and try again." },
    };

    [Theory]
    [MemberData(nameof(WrongValues))]
    public async Task A_wrong_value_is_named_by_row_and_reason(int column, string value, string message)
    {
        var reading = await Read(Lines(Quoted("RVJ", "NORTH BRISTOL"), Quoted("RA7", "BRISTOL", column, value)));

        Words(reading).Should().Equal($"Row 2: {message}");
        reading.Rows.Should().ContainSingle();
    }

    [Fact]
    public async Task Bytes_that_are_not_UTF8_are_named_by_row()
    {
        var latin = Encoding.Latin1.GetBytes(Quoted("RA7", "BRISTOL") + "\n" + Quoted("7A1", "YSBYTY MÔN") + "\n" + Quoted("RVJ", "NORTH BRISTOL"));

        var reading = await Read(latin);

        Words(reading).Should().Equal("Row 2: Column 2 has characters that cannot be read. Save the file as UTF-8 and try again.");
        reading.Rows.Should().HaveCount(2);
    }

    [Fact]
    public async Task A_name_in_another_script_is_read()
    {
        var reading = await Read(Lines(Quoted("7A1", "YSBYTY MÔN ŷ")));

        reading.Rows.Should().ContainSingle().Which.Name.Should().Be("YSBYTY MÔN ŷ");
    }

    [Fact]
    public async Task A_quote_that_is_never_closed_spoils_its_own_row_only()
    {
        var broken = Quoted("RCX", "KING'S LYNN").Replace("KING'S LYNN\"", "KING'S LYNN", StringComparison.Ordinal);

        var reading = await Read(Lines(Quoted("RA7", "BRISTOL"), broken[..25], Quoted("RVJ", "NORTH BRISTOL")));

        Words(reading).Should().Equal("Row 2: A quotation mark is missing or stands where none belongs. A quotation mark inside a value is written twice.");
        reading.Rows.Select(row => row.Code).Should().Equal("RA7", "RVJ");
    }

    [Theory]
    [InlineData("hello")]
    [InlineData("a,b,c")]
    [InlineData("<html><body>Not found</body></html>")]
    public async Task Another_kind_of_file_is_told_what_a_row_looks_like(string text)
    {
        var reading = await Read(Lines(text));

        Words(reading).Should().ContainSingle().Which.Should().MatchRegex("^Row 1: This row has [0-9]+ columns?\\. An Organisation Data Service row has 27, or 24 in older files\\.$");
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\r\n\n")]
    [InlineData("\uFEFF")]
    public async Task An_empty_file_is_a_problem(string text) =>
        Words(await Read(Encoding.UTF8.GetBytes(text))).Should().Equal("The file has no rows.");

    [Fact]
    public async Task Bytes_of_any_kind_never_break_the_reader()
    {
        var random = new Random(27);
        for (var round = 0; round < 300; round++)
        {
            var bytes = new byte[random.Next(1, 60_000)];
            random.NextBytes(bytes);

            (await Read(bytes)).Problems.Should().NotBeEmpty();
        }
    }

    [Fact]
    public async Task Real_rows_with_a_spoilt_byte_are_read_or_named()
    {
        var random = new Random(24);
        var good = await File.ReadAllBytesAsync(TestData.PathOf(TestData.SitesOfThreeTrusts));
        for (var round = 0; round < 200; round++)
        {
            var spoilt = (byte[])good.Clone();
            spoilt[random.Next(spoilt.Length)] = (byte)random.Next(256);

            var reading = await Read(spoilt);

            // A line break put in or taken out makes one row more or two rows one
            (reading.Rows.Count + reading.Problems.Count).Should().BeInRange(321, 323);
            reading.Problems.Should().NotContain(problem => problem.Row < 1 || problem.Row > 323);
        }
    }

    [Fact]
    public async Task A_row_without_end_is_refused_before_it_is_read_whole()
    {
        await using var endless = new Repeated((byte)'A', 200_000_000);

        var reading = await OdsFile.ReadAsync(endless);

        Words(reading).Should().ContainSingle().Which.Should().EndWith("This row is far too long. Check that this is an Organisation Data Service file.");
        endless.Position.Should().BeLessThan(2_000_000);
    }

    [Fact]
    public async Task More_rows_than_the_limit_are_refused()
    {
        var rows = Enumerable.Range(0, OdsFile.MostRows + 1).Select(at => Unquoted("X" + at.ToString("D6", CultureInfo.InvariantCulture), "A SITE"));

        var reading = await Read(Lines([.. rows]));

        Words(reading).Should().Equal("Row 100001: The file has more than 100,000 rows. Split it and import the parts.");
    }

    [Fact]
    public async Task Reading_stops_after_a_hundred_problems()
    {
        var reading = await Read(Lines([.. Enumerable.Range(0, 500).Select(_ => Quoted("x", "A SITE"))]));

        reading.Problems.Should().HaveCount(OdsFile.MostProblems + 1);
        reading.Problems[^1].ToString().Should().Be("There are more than 100 problems, so reading stopped at row 100. Check that this is an Organisation Data Service file.");
    }

    private static List<string> Words(OdsReading reading) => reading.Problems.Select(problem => problem.ToString()).ToList();

    private static string Quoted(string code, string name) => Quoted(code, name, 0, "");

    private static string Quoted(string code, string name, int column, string value)
    {
        var columns = Columns(OdsFile.NewColumns, code, name);
        if (column > 0)
        {
            columns[column - 1] = value;
        }

        return string.Join(',', columns.Select(text => $"\"{text}\""));
    }

    private static string Unquoted(string code, string name) => string.Join(',', Columns(OdsFile.OldColumns, code, name));

    private static string[] Columns(int count, string code, string name)
    {
        var columns = Enumerable.Repeat("", count).ToArray();
        (columns[0], columns[1], columns[2], columns[3], columns[4], columns[7]) = (code, name, "Y58", "QUY", "MARLBOROUGH STREET", "BRISTOL");
        (columns[9], columns[10], columns[17], columns[21]) = ("BS1 3NU", "20010401", "0117 496 0000", "1");
        return columns;
    }

    private static byte[] Lines(params string[] lines) => Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n");

    private static async Task<OdsReading> Read(byte[] bytes)
    {
        await using var stream = new MemoryStream(bytes);
        return await OdsFile.ReadAsync(stream);
    }

    private static async Task<IReadOnlyList<OdsRow>> Read(string file)
    {
        await using var stream = TestData.Open(file);
        return (await OdsFile.ReadAsync(stream)).Rows;
    }

    /// <summary>One byte over and over, made as it is read.</summary>
    private sealed class Repeated(byte value, long length) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => length;

        public override long Position { get; set; }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var given = (int)Math.Min(count, length - Position);
            Array.Fill(buffer, value, offset, given);
            Position += given;
            return given;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
