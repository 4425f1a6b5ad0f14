using Champions.Application.Abstractions;
using Champions.Infrastructure.Email;
using Champions.Infrastructure.Jobs;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Champions.Infrastructure.Tests.Email;

public sealed class EmailOptionsTests
{
    [Fact]
    public void Without_settings_emails_are_written_to_a_folder_beside_the_database()
    {
        var options = Read();

        options.Transport.Should().Be(EmailTransportKind.Folder);
        options.Folder.Should().Be(Path.GetFullPath("/srv/champions/data/mail"));
        options.Sender.Should().Be(new EmailSender("champions@localhost.example", "Digital champions"));
    }

    [Fact]
    public void A_relay_is_read_with_its_log_in_and_STARTTLS_by_default()
    {
        var options = Read(
            ("Email:Transport", "smtp"), ("Email:From", "Champions of Bristol <champions@trust.nhs.uk>"),
            ("Email:Smtp:Host", "relay.trust.nhs.uk"), ("Email:Smtp:Port", "587"), ("Email:Smtp:User", "champions"), ("Email:Smtp:Password", "secret"));

        options.Sender.Should().Be(new EmailSender("champions@trust.nhs.uk", "Champions of Bristol"));
        options.Smtp.Should().Be(new SmtpOptions("relay.trust.nhs.uk", 587, SmtpSecurity.StartTls, "champions", "secret"));
    }

    [Theory]
    [InlineData("Email:Transport", "Pigeon", "Email:Transport is \"Pigeon\". Use Folder or Smtp.")]
    [InlineData("Email:Transport", "1", "Email:Transport is \"1\". Use Folder or Smtp.")]
    [InlineData("Email:From", "not an address", "Email:From is \"not an address\". Use an address, for example champions@trust.nhs.uk.")]
    [InlineData("Email:Smtp:Host", "", "Email:Smtp:Host is missing. Email:Transport is Smtp, which needs the name of a relay.")]
    [InlineData("Email:Smtp:Port", "smtp", "Email:Smtp:Port is \"smtp\". Use a whole number from 1 to 65535.")]
    [InlineData("Email:Smtp:Security", "Ssl", "Email:Smtp:Security is \"Ssl\". Use None or StartTls or Tls.")]
    [InlineData("Email:Smtp:User", "champions", "Email:Smtp:User and Email:Smtp:Password go together. Set both or neither.")]
    public void A_setting_that_cannot_be_used_is_named_in_one_message(string key, string value, string message)
    {
        var read = () => Read(("Email:Transport", "Smtp"), ("Email:Smtp:Host", "relay.trust.nhs.uk"), (key, value));

        read.Should().Throw<StartRefusedException>().WithMessage(message);
    }

    [Theory]
    [InlineData("Jobs:PollSeconds", "0", "Jobs:PollSeconds is \"0\". Use a whole number from 1 to 60.")]
    [InlineData("Jobs:Enabled", "perhaps", "Jobs:Enabled is \"perhaps\". Use true or false.")]
    public void So_is_a_setting_of_jobs(string key, string value, string message)
    {
        var read = () => JobOptions.From(Configuration((key, value)));

        read.Should().Throw<StartRefusedException>().WithMessage(message);
    }

#if !FULL_FEED
    [Fact]
    public void TLS_from_the_first_byte_needs_the_full_build()
    {
        var options = Read(("Email:Transport", "Smtp"), ("Email:Smtp:Host", "relay.trust.nhs.uk"), ("Email:Smtp:Security", "Tls"));

        var register = () => new ServiceCollection().AddEmail(options);

        register.Should().Throw<StartRefusedException>().WithMessage("*full build*");
    }
#endif

    private static EmailOptions Read(params (string Key, string Value)[] settings) => EmailOptions.From(Configuration(settings), "/srv/champions");

    private static IConfiguration Configuration(params (string Key, string Value)[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.GroupBy(s => s.Key).Select(g => KeyValuePair.Create<string, string?>(g.Key, g.Last().Value)))
        .Build();
}
