using System.Text;
using Champions.Application.Outbox.Calendar;

namespace Champions.Application.Tests.Calendar;

/// <summary>What an independent calendar makes of our files.</summary>
public sealed class CalendarReplayTests(NodeCalendar calendar) : IClassFixture<NodeCalendar>, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("champions-ical-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_reader_finds_what_was_written()
    {
        var written = Invites.Request(2);

        var read = (await calendar.ReadAsync([CalendarFile.Write(written)])).Should().ContainSingle().Subject;

        read.Should().BeEquivalentTo(new ReadEvent(
            "REQUEST",
            "2.0",
            written.Uid,
            2,
            "CONFIRMED",
            "2026-11-20T09:30:15Z",
            "2026-12-01T14:15:00Z",
            "2026-12-01T14:30:00Z",
            written.Summary,
            written.Description,
            written.Location,
            new ReadParty("Digital champions", "mailto:champions@trust.example"),
            [new ReadParty("Amara Osei", "mailto:champion@demo.example"), new ReadParty("Tom Bell", "mailto:staff@demo.example")]));
    }

    [Fact]
    public async Task Booked_moved_twice_and_cancelled_ends_with_no_event_in_any_order()
    {
        var files = Save(Invites.Request(0), Invites.Moved(1, days: 1), Invites.Moved(2, days: 7), Invites.Cancel(3));

        foreach (var order in Orders(files))
        {
            (await calendar.ReplayAsync(order)).Should().BeEmpty("the files arrived as {0}", string.Join(", ", order.Select(Path.GetFileName)));
        }
    }

    [Fact]
    public async Task Booked_and_moved_twice_ends_at_the_last_time_in_any_order()
    {
        var files = Save(Invites.Request(0), Invites.Moved(1, days: 1), Invites.Moved(2, days: 7));

        foreach (var order in Orders(files))
        {
            var shown = (await calendar.ReplayAsync(order)).Should().ContainSingle().Subject;
            shown.Start.Should().Be("2026-12-08T14:15:00Z");
            shown.Sequence.Should().Be(2);
        }
    }

    [Fact]
    public async Task Cancelling_one_booking_leaves_the_other()
    {
        var other = Invites.Request() with { Uid = "another@champions.example" };
        var files = Save(Invites.Request(0), other, Invites.Cancel(1), other);

        var shown = (await calendar.ReplayAsync(files)).Should().ContainSingle().Subject;

        shown.Uid.Should().Be(other.Uid);
    }

    [Fact]
    public async Task Any_text_comes_back_as_it_went_in()
    {
        var random = new Random(5545);
        var texts = Enumerable.Range(0, 500).Select(_ => AnyText(random)).ToList();
        var files = texts.Select(text => CalendarFile.Write(Invites.Request() with
        {
            Summary = text,
            Description = text + "!",
            Location = text + "?",
            Organizer = new CalendarParty(text + ".", "champions@trust.example"),
        })).ToList();

        var read = await calendar.ReadAsync(files);

        read.Should().HaveCount(texts.Count);
        for (var at = 0; at < texts.Count; at++)
        {
            read[at].Summary.Should().Be(texts[at]);
            read[at].Description.Should().Be(texts[at] + "!");
            read[at].Location.Should().Be(texts[at] + "?");
            read[at].Organizer.Name.Should().Be(texts[at].Replace('"', '\'').Replace('\\', '/').Replace('\n', ' ') + ".", "names are one line without quotes");
            read[at].Attendees.Should().HaveCount(2);
        }
    }

    private static string AnyText(Random random)
    {
        string[] pieces = ["\\", ";", ",", ":", "\"", "^", "^n", "\\n", "\\N", "\n", "\t", " ", "  ", "'", "=", "é", "Ł", "ก", "👩‍⚕️", "𝄞", "\uFFFD", "END:VEVENT", "BEGIN:VEVENT\n", "a", "Ward", "0"];
        var text = new StringBuilder("t");
        for (var left = random.Next(1, 120); left > 0; left--)
        {
            text.Append(pieces[random.Next(pieces.Length)]);
        }

        return text.ToString();
    }

    private List<string> Save(params CalendarInvite[] invites) =>
        invites.Select((invite, at) =>
        {
            var path = Path.Combine(_folder.FullName, $"{at}-{invite.Method}-{invite.Sequence}.ics");
            File.WriteAllText(path, CalendarFile.Write(invite));
            return path;
        }).ToList();

    private static IEnumerable<List<string>> Orders(List<string> files) =>
        files.Count <= 1
            ? [files]
            : files.SelectMany(first => Orders(files.Where(file => file != first).ToList()).Select(rest => (List<string>)[first, .. rest]));
}
