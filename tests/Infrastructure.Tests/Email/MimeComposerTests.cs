using System.Text;
using Champions.Infrastructure.Email;

namespace Champions.Infrastructure.Tests.Email;

public sealed class MimeComposerTests
{
    [Fact]
    public void Lines_are_short_ASCII_and_end_with_CRLF()
    {
        var email = Emails.Booking() with { Text = new string('ü', 300) + "\n" + new string('x', 300) + " ", Subject = new string('Ä', 200) };

        var text = Encoding.Latin1.GetString(MimeComposer.Compose(email, Given.Now));

        text.Should().NotMatchRegex("[^\x00-\x7f]");
        text.Replace("\r\n", "").Should().NotContain("\n").And.NotContain("\r");
        text.Split("\r\n").Should().OnlyContain(line => line.Length <= 78);
    }

    [Fact]
    public void What_was_written_reads_back_the_same()
    {
        var email = Emails.Booking() with { Text = " leading and trailing \r\n=3D is not code\r\n.\r\n\tTab — ünïcode ☕ 🩺\r\n\r\nEnd", Subject = "☕ " + new string('é', 90) };

        var read = EmailReader.Read("1", MimeComposer.Compose(email, Given.Now));

        read.Text.Should().Be(email.Text);
        read.Subject.Should().Be(email.Subject);
        read.SentAt.Should().Be(Given.Now);
    }

    [Theory]
    [InlineData("Tom Reid", "Tom Reid <a@b.example>")]
    [InlineData("Reid, Tom \"T\"", "\"Reid, Tom \\\"T\\\"\" <a@b.example>")]
    [InlineData("", "<a@b.example>")]
    [InlineData("Zoë", "=?utf-8?B?Wm/Dqw==?= <a@b.example>")]
    public void Names_are_quoted_or_encoded_as_they_need(string name, string mailbox) =>
        MimeText.Mailbox(name, "a@b.example").Should().Be(mailbox);

    [Fact]
    public void The_same_email_is_written_the_same_way_twice() =>
        MimeComposer.Compose(Emails.Booking(), Given.Now).Should().Equal(MimeComposer.Compose(Emails.Booking(), Given.Now));
}
