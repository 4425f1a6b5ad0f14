using System.Text;
using Champions.Application.Outbox.Calendar;

namespace Champions.Application.Tests.Calendar;

public sealed class CalendarFileTests
{
    [Fact]
    public void A_request_is_written_line_by_line()
    {
        var lines = Unfolded(CalendarFile.Write(Invites.Request(3)));

        lines.Should().Equal(
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//Champions//Digital champions//EN",
            "CALSCALE:GREGORIAN",
            "METHOD:REQUEST",
            "BEGIN:VEVENT",
            "UID:0198c0de-0000-7000-8000-000000000001@champions.example",
            "SEQUENCE:3",
            "DTSTAMP:20261120T093015Z",
            "DTSTART:20261201T141500Z",
            "DTEND:20261201T143000Z",
            "SUMMARY:Digital help with Amara Osei",
            @"DESCRIPTION:Bring your smartcard\; nothing else.\nTo cancel\, use the link in the email.",
            @"LOCATION:Ward 7B\, St Mary's Hospital",
            "STATUS:CONFIRMED",
            "TRANSP:OPAQUE",
            "ORGANIZER;CN=\"Digital champions\":mailto:champions@trust.example",
            "ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE;CN=\"Amara Osei\":mailto:champion@demo.example",
            "ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE;CN=\"Tom Bell\":mailto:staff@demo.example",
            "END:VEVENT",
            "END:VCALENDAR");
    }

    [Fact]
    public void A_cancellation_says_so_in_method_and_status()
    {
        var lines = Unfolded(CalendarFile.Write(Invites.Cancel(4)));

        lines.Should().Contain(["METHOD:CANCEL", "STATUS:CANCELLED", "SEQUENCE:4"]);
        lines.Should().NotContain(["METHOD:REQUEST", "STATUS:CONFIRMED"]);
    }

    [Fact]
    public void Times_are_universal_whatever_the_offset_they_come_with()
    {
        var start = new DateTimeOffset(2026, 7, 1, 14, 15, 0, TimeSpan.FromHours(1));

        var lines = Unfolded(CalendarFile.Write(Invites.Request() with { StartsAt = start, EndsAt = start.AddMinutes(15) }));

        lines.Should().Contain(["DTSTART:20260701T131500Z", "DTEND:20260701T133000Z"]);
    }

    [Fact]
    public void An_empty_description_and_location_are_left_out()
    {
        var lines = Unfolded(CalendarFile.Write(Invites.Request() with { Description = "", Location = "" }));

        lines.Should().NotContain(line => line.StartsWith("DESCRIPTION", StringComparison.Ordinal) || line.StartsWith("LOCATION", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("a", 300)]
    [InlineData("é", 200)]
    [InlineData("ก", 150)]
    [InlineData("👩", 100)]
    [InlineData("a👩é", 60)]
    public void No_line_is_longer_than_75_octets_and_no_character_is_cut(string text, int times)
    {
        for (var shift = 0; shift < 4; shift++)
        {
            var summary = new string('x', shift) + string.Concat(Enumerable.Repeat(text, times));

            var bytes = Encoding.UTF8.GetBytes(CalendarFile.Write(Invites.Request() with { Summary = summary }));

            var strict = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
            var lines = SplitAtLineEnds(bytes);
            lines.Should().OnlyContain(line => line.Length <= 75);
            lines.Select(strict.GetString).Should().NotContain(line => line.Contains('\uFFFD'));
            lines.Should().Contain(line => line.Length > 71, "folding fills its lines");
            Unfolded(strict.GetString(bytes)).Should().Contain("SUMMARY:" + summary);
        }
    }

    [Fact]
    public void Line_ends_are_always_both_characters()
    {
        var text = CalendarFile.Write(Invites.Request() with { Description = "one\rtwo\ntwo\r\nthree\u2028four\u0085five" });

        text.Replace("\r\n", "", StringComparison.Ordinal).Should().NotContainAny("\r", "\n", "\u2028", "\u0085");
        text.Should().EndWith("END:VCALENDAR\r\n");
        Unfolded(text).Should().Contain(@"DESCRIPTION:one\ntwo\ntwo\nthree\nfour\nfive");
    }

    [Fact]
    public void Text_cannot_add_a_line_of_its_own()
    {
        const string attack = "x\r\nATTENDEE:mailto:eve@evil.example\r\n";
        var invite = Invites.Request() with
        {
            Uid = attack,
            Summary = attack,
            Description = attack,
            Location = attack,
            Organizer = new CalendarParty(attack + "\":mailto:eve@evil.example", "champions@trust.example"),
        };

        Unfolded(CalendarFile.Write(invite)).Count(line => line.StartsWith("ATTENDEE", StringComparison.Ordinal)).Should().Be(2);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nobody")]
    [InlineData("@demo.example")]
    [InlineData("staff@")]
    [InlineData("staff@demo.example\r\nX-EVIL:1")]
    [InlineData("two words@demo.example")]
    [InlineData("\"quoted\"@demo.example")]
    public void An_address_that_is_not_plain_is_refused(string address)
    {
        var attendee = () => CalendarFile.Write(Invites.Request() with { Attendees = [new CalendarParty("Tom Bell", address)] });
        var organizer = () => CalendarFile.Write(Invites.Request() with { Organizer = new CalendarParty("Champions", address) });

        attendee.Should().Throw<ArgumentException>();
        organizer.Should().Throw<ArgumentException>();
    }

    [Fact]
    public void A_booking_that_ends_before_it_starts_is_refused()
    {
        var backwards = () => CalendarFile.Write(Invites.Request() with { EndsAt = Invites.Request().StartsAt });
        var negative = () => CalendarFile.Write(Invites.Request(-1));

        backwards.Should().Throw<ArgumentException>();
        negative.Should().Throw<ArgumentException>();
    }

    private static string[] Unfolded(string text) =>
        text.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

    private static List<byte[]> SplitAtLineEnds(byte[] bytes)
    {
        var lines = new List<byte[]>();
        for (var start = 0; start < bytes.Length;)
        {
            var length = bytes.AsSpan(start).IndexOf("\r\n"u8);
            lines.Add(bytes[start..(start + length)]);
            start += length + 2;
        }

        return lines;
    }
}
