using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Champions.Application.Exports;
using Champions.Application.Time;
using Champions.Application.Wording;
using CsvHelper;

namespace Champions.Application.Privacy;

/// <summary>A person's data as files: JSON for programs, CSV for spreadsheets.</summary>
public static class MyDataFiles
{
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter() },
    };

    public static Task WriteJsonAsync(MyData data, Stream to, CancellationToken cancellationToken) =>
        JsonSerializer.SerializeAsync(to, data, Readable, cancellationToken);

    /// <summary>One line for each thing: what kind it is, when, and what is kept about it.</summary>
    public static async Task WriteCsvAsync(MyData data, Stream to, CancellationToken cancellationToken)
    {
        await using var csv = CsvWriter.Create(to, new CsvWriterOptions { WriteByteOrderMark = true, NewLine = "\r\n", HasHeader = false }, leaveOpen: true);
        await csv.WriteRecordAsync(["What", "When", "Details", "Free text"], cancellationToken);
        foreach (var (what, when, details, text) in Lines(data))
        {
            await csv.WriteRecordAsync([what, when, CsvText.Safe(details) ?? "", CsvText.Safe(text) ?? ""], cancellationToken);
        }

        await csv.FlushAsync(cancellationToken);
    }

    private static IEnumerable<(string What, string When, string? Details, string? Text)> Lines(MyData data)
    {
        var me = data.Details;
        yield return ("Name", "", me.Name, null);
        yield return ("Email address", "", me.Email, null);
        yield return ("Trust", "", me.Trust, null);
        yield return ("Staff group", "", me.StaffGroup is { } group ? StaffGroupWords.Of(group) : null, null);
        yield return ("Ward", "", Join(me.Ward, me.Site), null);
        yield return ("Roles", Day(me.ChampionSince), string.Join(", ", me.Roles), null);
        foreach (var b in data.Bookings)
        {
            yield return ("Booking", Moment(b.StartsAt), Join(UkFormat.Count(b.Minutes, "minute"), b.Champion, b.Status), Join(b.Topic, b.Note, b.CancelReason));
        }

        foreach (var s in data.SessionsLogged)
        {
            yield return ("Session logged", Day(s.Day), Join(UkFormat.Count(s.Minutes, "minute"), $"{s.People} helped", s.Outcome), s.Note);
        }

        foreach (var h in data.HelpReceived)
        {
            yield return ("Help received", Day(h.Day), Join(UkFormat.Count(h.Minutes, "minute"), h.Champion), null);
        }

        foreach (var f in data.FollowUps)
        {
            yield return ("Follow-up", Day(f.DueOn), f.Status, Join(f.What, f.ClosingNote));
        }

        foreach (var a in data.WardAssignments)
        {
            yield return ("Ward assignment", Day(a.From), Join(a.Ward, a.Until is { } until ? $"until {Day(until)}" : null), null);
        }

        foreach (var e in data.Emails)
        {
            yield return ("Email", Moment(e.QueuedAt), Join(e.About, e.State), null);
        }

        foreach (var d in data.Devices)
        {
            yield return ("Device", Moment(d.StartedAt), Join(d.Device, d.Network, d.HasEnded ? "logged out" : null), null);
        }

        foreach (var w in data.WaysIn)
        {
            yield return ("Way to log in", w.Since is { } since ? Moment(since) : "", w.Kind == w.Name ? w.Name : Join(w.Kind, w.Name), null);
        }
    }

    private static string Join(params string?[] parts) => string.Join(", ", parts.Where(p => !string.IsNullOrWhiteSpace(p)));

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static string Moment(DateTimeOffset instant)
    {
        var (day, time) = UkCalendar.ToUk(instant);
        return $"{day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} {time.ToString("HH:mm", CultureInfo.InvariantCulture)}";
    }
}
