using System.Globalization;
using Champions.Domain.Common;

namespace Champions.Domain.Tests.Common;

/// <summary>The numbers are the published example 943 476 5919, the 999 test range, or made here; none is a patient's.</summary>
public sealed class NhsNumbersTests
{
    [Theory]
    [InlineData("943 476 5919")]
    [InlineData("943-476-5919")]
    [InlineData("943.476.5919")]
    [InlineData("943 - 476 - 5919")]
    [InlineData("943–476–5919")]
    [InlineData("943\u00A0476\u20095919")]
    [InlineData("9434765919")]
    [InlineData("943476 5919")]
    [InlineData("94 34 76 59 19")]
    [InlineData("9 4 3 4 7 6 5 9 1 9")]
    [InlineData("(943) 476 5919")]
    [InlineData("943\u200B4765919")]
    [InlineData("\uFF19\uFF14\uFF13 476 5919")]
    [InlineData("9434765919.")]
    [InlineData("NHS9434765919")]
    [InlineData("NHS no 943 476 5919")]
    [InlineData("NHS number: 9434765919")]
    [InlineData("Helped with drug chart for pt 943 476 5919 on the round")]
    [InlineData("Ward 7 943 476 5919")]
    [InlineData("Bed 04 943 476 5919")]
    [InlineData("Ward 5. 943 476 5919")]
    [InlineData("9434765919and then showed her eObs")]
    [InlineData("INC0012345678 943 476 5919")]
    [InlineData("Ticket 12345 943 476 5919")]
    [InlineData("Called on 07700 900123, 943 476 5919")]
    [InlineData("07700 900123 943 476 5919")]
    [InlineData("+44 7700 900123 943 476 5919")]
    [InlineData("Tuesday\n943 476 5919\nround")]
    [InlineData("999 000 0018")]
    [InlineData("450 557 7104")]
    [InlineData("6000000006")]
    [InlineData("7999999997")]
    public void An_NHS_number_is_found(string text) => NhsNumbers.Contains(text).Should().BeTrue();

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Showed how to print a drug chart.")]
    [InlineData("943 476 5918")] // wrong check digit
    [InlineData("943 476 591")]
    [InlineData("943 476 59190")]
    [InlineData("94347659191")]
    [InlineData("5990128088")] // right check digit, range never used
    [InlineData("1234567881")]
    [InlineData("943 476, 5919")]
    [InlineData("020 7188 7188")]
    [InlineData("(020) 7188 7188")]
    [InlineData("0161 943 4765")]
    [InlineData("07700 900123")]
    [InlineData("+44 7700 900123")]
    [InlineData("+44 (0)7434 765919")]
    [InlineData("+447700900123")]
    [InlineData("0044 9434 765919")]
    [InlineData("tel 9434 765919")]
    [InlineData("INC0012345678")]
    [InlineData("INC9434765919")]
    [InlineData("INC 9434765919")]
    [InlineData("CHG-9434765919")]
    [InlineData("Ticket no. 9434765919")]
    [InlineData("Asset number: 943 476 5919")]
    [InlineData("Asset 9434765919, a laptop")]
    [InlineData("Tuesday 1 December 2026, 10:15 to 10:45, 4 people, 30 minutes")]
    [InlineData("2026-12-01 14:30")]
    [InlineData("01/12/2026 9:15")]
    [InlineData("\uD800 lone half of a pair 12")]
    public void Anything_else_passes(string? text) => NhsNumbers.Contains(text).Should().BeFalse();

    [Fact]
    public void Every_number_with_the_right_check_digit_is_found_and_its_nine_neighbours_are_not()
    {
        var random = new Random(20261201);
        for (var round = 0; round < 5_000; round++)
        {
            var stem = new[] { 4, 6, 7, 9 }[round % 4].ToString(CultureInfo.InvariantCulture) + random.Next(100_000_000).ToString("D8", CultureInfo.InvariantCulture);
            var found = Enumerable.Range(0, 10).Where(check => NhsNumbers.Contains($"Seen: {stem[..3]} {stem[3..6]} {stem[6..]}{check} today")).ToList();

            found.Should().Equal(CheckDigitOf(stem) is { } digit ? [digit] : []);
        }
    }

    [Fact]
    public void Clean_notes_raise_no_more_than_1_false_alarm_in_100()
    {
        var random = new Random(42);
        const int notes = 20_000;

        var alarms = Enumerable.Range(0, notes).Select(_ => CleanNote(random)).Where(NhsNumbers.Contains).ToList();

        alarms.Count.Should().BeLessThanOrEqualTo(notes / 100, "of {0} clean notes these were stopped: {1}", notes, string.Join(" | ", alarms.Take(10)));
    }

    /// <summary>The check digit by its definition, written apart from the code under test; null when the stem is never issued.</summary>
    private static int? CheckDigitOf(string stem)
    {
        var left = 11 - stem.Select((digit, place) => (digit - '0') * (10 - place)).Sum() % 11;
        return left == 10 ? null : left == 11 ? 0 : left;
    }

    /// <summary>Notes as champions write them, each with the numbers that such notes hold.</summary>
    private static string CleanNote(Random random)
    {
        string Digits(int count) => string.Concat(Enumerable.Range(0, count).Select(_ => random.Next(10).ToString(CultureInfo.InvariantCulture)));
        return random.Next(12) switch
        {
            0 => $"Rang back on 0{random.Next(1, 9)}{Digits(2)} {Digits(3)} {Digits(4)}, all working",
            1 => $"Mobile 07{Digits(3)} {Digits(6)} if the bleep {Digits(4)} is not answered",
            2 => $"Her number is +44 7{Digits(3)} {Digits(6)}",
            3 => $"Raised INC{Digits(7)} and INC00{Digits(8)} with the helpdesk",
            4 => $"Ticket {Digits(10)} still open, chased twice",
            5 => $"Laptop asset {Digits(10)} needs a new battery",
            6 => $"Barcode {Digits(13)} does not scan on ward {random.Next(1, 60)}",
            7 => $"{random.Next(1, 9)} nurses, {random.Next(5, 60)} minutes, {random.Next(1, 31)}/{random.Next(1, 13)}/2026 {random.Next(8, 18)}:{random.Next(10, 60)}",
            8 => $"Beds {random.Next(1, 30)} {random.Next(1, 30)} {random.Next(1, 30)} and {random.Next(1, 30)} had the old eObs version {random.Next(1, 20)}.{random.Next(99)}.{random.Next(999)}",
            9 => $"Room {Digits(3)}-{Digits(2)}, extension {Digits(5)}, printer {Digits(4)} {Digits(4)}",
            10 => $"Order {Digits(10)} for the scanner arrives on {random.Next(1, 29)} December 2026",
            _ => $"Old reference {Digits(10)} found on a sticker", // nothing says what it is: the only kind that can alarm
        };
    }
}
