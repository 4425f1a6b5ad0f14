using Champions.Application.Abstractions;
using Champions.Infrastructure.Email;
using Microsoft.Extensions.DependencyInjection;

namespace Champions.Infrastructure.Tests.Email;

public sealed class FolderTransportTests
{
    [Fact]
    public async Task Each_email_is_a_file_that_can_be_read_back_newest_first()
    {
        await using var db = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var transport = db.Services.GetRequiredService<IEmailTransport>();
        var folder = db.Services.GetRequiredService<IMailFolder>();

        var first = await transport.SendAsync(Emails.Booking("1@champions.example"), CancellationToken.None);
        db.Clock.Advance(TimeSpan.FromSeconds(1));
        await transport.SendAsync(Emails.Booking("2@champions.example") with { Subject = "Zoë’s second – ☕" }, CancellationToken.None);

        transport.Name.Should().Be("Folder");
        first.Outcome.Should().Be(DeliveryOutcome.Accepted);
        var read = await folder.NewestAsync(0, 20, CancellationToken.None);
        read.Select(e => e.Subject).Should().Equal("Zoë’s second – ☕", Emails.Booking().Subject);
        read[1].Should().Be(new StoredEmail(
            "1@champions.example",
            Given.Now,
            "Digital champions <champions@trust.example>",
            "Tom Reid <tom.reid@trust.example>",
            Emails.Booking().Subject,
            Emails.Booking().Text.ReplaceLineEndings("\r\n"),
            Emails.Booking().Html,
            Emails.Calendar));
    }

    [Fact]
    public async Task The_same_Message_ID_overwrites_its_file_also_after_a_restart()
    {
        await using var db = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await new FolderTransport(db.MailFolder, db.Clock).SendAsync(Emails.Booking(), CancellationToken.None);
        db.Clock.Advance(TimeSpan.FromHours(1));

        await new FolderTransport(db.MailFolder, db.Clock).SendAsync(Emails.Booking() with { Text = "Again" }, CancellationToken.None);

        var only = (await db.Services.GetRequiredService<IMailFolder>().NewestAsync(0, 20, CancellationToken.None)).Should().ContainSingle().Subject;
        only.Text.Should().Be("Again");
        Directory.GetFiles(db.MailFolder).Should().ContainSingle("no unfinished file stays behind");
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_to_is_a_relay_that_is_down()
    {
        await using var db = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var blocked = Path.Combine(db.MailFolder, "a-file");
        await File.WriteAllTextAsync(blocked, "");

        var reply = await new FolderTransport(Path.Combine(blocked, "mail"), db.Clock).SendAsync(Emails.Booking(), CancellationToken.None);

        reply.Outcome.Should().Be(DeliveryOutcome.Unreachable);
    }

    [Fact]
    public async Task A_line_break_in_a_name_is_refused_and_nothing_is_written()
    {
        await using var db = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);

        var reply = await new FolderTransport(db.MailFolder, db.Clock)
            .SendAsync(Emails.Booking() with { ToName = "Tom\nBcc: a@b.example" }, CancellationToken.None);

        reply.Outcome.Should().Be(DeliveryOutcome.Refused);
        Directory.GetFiles(db.MailFolder).Should().BeEmpty();
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("nobody@champions.example")]
    [InlineData("")]
    public async Task An_id_names_an_email_or_nothing(string id)
    {
        await using var db = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await new FolderTransport(db.MailFolder, db.Clock).SendAsync(Emails.Booking(), CancellationToken.None);

        (await db.Services.GetRequiredService<IMailFolder>().FindAsync(id, CancellationToken.None)).Should().BeNull();
    }
}
