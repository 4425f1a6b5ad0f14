using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Champions.Application.Abstractions;
using Champions.Application.Outbox.Emails;
using Champions.Application.Reminders;

namespace Champions.Application.Tests.Outbox;

/// <summary>What people read: subject, text and HTML of every email, and that nothing typed can do harm in them.</summary>
public sealed class EmailWriterTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 10, 0, 0, TimeSpan.Zero);

    private readonly EmailWriter writer = new(
        new EmailSender("champions@trust.example", "Digital champions"), new ServiceAddress(new Uri("https://champions.example.nhs.uk")), new SampleSecrets());

    public static TheoryData<ReminderReason> QueuedReasons =>
    [
        ReminderReason.BookingConfirmed, ReminderReason.BookingMoved, ReminderReason.BookingCancelled, ReminderReason.BookingTomorrow,
        ReminderReason.BookingToday, ReminderReason.FollowUpDue, ReminderReason.FollowUpOverdue, ReminderReason.AssignmentStarted,
        ReminderReason.SignInCode, ReminderReason.PasswordReset, ReminderReason.Invitation, ReminderReason.AccountChanged,
    ];

    [Fact]
    public void A_confirmation_says_who_where_how_long_what_about_and_how_to_change_it()
    {
        var email = Write(ReminderReason.BookingConfirmed, EmailSamples.Booking);

        email.Subject.Should().Be("Digital help booked for Tuesday 1 December, 2:15pm");
        email.Text.Should().Be("""
            Hello Tom,

            Your digital help is booked.

            When: Tuesday 1 December 2026, 2:15pm to 2:45pm
            How long: 30 minutes
            Where: Maple Ward, Royal Infirmary
            With: Amara Osei, digital champion
            System: Electronic patient record
            What about: Finding blood results

            Change or cancel this booking:
            https://champions.example.nhs.uk/bookings/0198c0de-0000-7000-8000-000000000001

            The calendar file with this email puts it in your calendar.

            If you cannot come, cancel it, so that somebody else can have the time.

            Champions at University Hospitals Bristol and Weston NHS Foundation Trust. Replies to this address are not read.

            """.ReplaceLineEndings("\n"));
        email.CalendarMethod.Should().Be("REQUEST");
        (email.FromAddress, email.FromName, email.ToAddress, email.ToName)
            .Should().Be(("champions@trust.example", "Digital champions", "tom.reid@trust.example", "Tom Reid"));
    }

    [Fact]
    public void The_champion_reads_whom_they_help()
    {
        var email = Write(ReminderReason.BookingConfirmed, EmailSamples.Booking with { ToChampion = true, Note = "I have ten minutes" });

        email.Text.Should().Contain("Tom Reid has booked your help.").And.Contain("For: Tom Reid").And.Contain("Note: I have ten minutes").And.Contain("Thank you");
    }

    [Fact]
    public void A_move_says_who_moved_it_the_new_time_and_the_old_one()
    {
        var email = Write(ReminderReason.BookingMoved, EmailSamples.Booking with
        {
            By = "Amara Osei",
            Before = new FormerTime(EmailSamples.StartsAt.AddDays(-1), 20, "Theatre Recovery, Royal Infirmary", "Grace Bello"),
        });

        email.Subject.Should().Be("Digital help moved to Tuesday 1 December, 2:15pm");
        email.Text.Should().Contain("Amara Osei moved this booking.").And.Contain("When: Tuesday 1 December 2026, 2:15pm to 2:45pm")
            .And.Contain("It was: Monday 30 November 2026, 2:15pm to 2:35pm").And.Contain("It was at: Theatre Recovery, Royal Infirmary")
            .And.Contain("It was with: Grace Bello");
        email.CalendarMethod.Should().Be("REQUEST");
    }

    [Fact]
    public void A_cancellation_says_who_cancelled_and_why()
    {
        var email = Write(ReminderReason.BookingCancelled, EmailSamples.Booking with { By = "Helen Carter, coordinator,", Reason = "Amara is ill" });

        email.Subject.Should().Be("Digital help cancelled: Tuesday 1 December, 2:15pm");
        email.Text.Should().Contain("Helen Carter, coordinator, cancelled this booking.").And.Contain("Reason: Amara is ill")
            .And.Contain("Choose another time:\nhttps://champions.example.nhs.uk/help\n").And.NotContain("/bookings/");
        email.CalendarMethod.Should().Be("CANCEL");
        Write(ReminderReason.BookingCancelled, EmailSamples.Booking with { By = "Tom Reid", ByReader = true }).Text.Should().Contain("You cancelled this booking.")
            .And.Contain("See this booking:\nhttps://champions.example.nhs.uk/bookings/");
    }

    [Fact]
    public void A_former_champion_is_led_to_their_own_times()
    {
        var email = Write(ReminderReason.BookingCancelled, EmailSamples.Booking with { ToChampion = true, WentToOther = true, By = "Tom Reid" });

        email.Text.Should().Contain("Tom Reid moved this booking.").And.Contain("so you need not be there").And.Contain("https://champions.example.nhs.uk/slots\n")
            .And.NotContain("/bookings/");
    }

    [Theory]
    [InlineData("2026-11-30T14:15:00Z", "Digital help tomorrow: Tuesday 1 December, 2:15pm", "Your digital help is tomorrow.")]
    [InlineData("2026-12-01T00:30:00Z", "Digital help today: Tuesday 1 December, 2:15pm", "Your digital help is today.")]
    [InlineData("2026-11-29T14:15:00Z", "Digital help on Tuesday 1 December, 2:15pm", "Your digital help is soon.")]
    public void A_reminder_says_the_word_for_the_day_it_leaves_on(string leaves, string subject, string opening)
    {
        var now = DateTimeOffset.Parse(leaves, System.Globalization.CultureInfo.InvariantCulture);

        var email = writer.Write(EmailSamples.Row(ReminderReason.BookingTomorrow), now);

        email.Subject.Should().Be(subject);
        email.Text.Should().Contain(opening);
        email.Calendar.Should().BeNull();
    }

    [Fact]
    public void Summer_appointments_are_told_in_summer_time()
    {
        var email = Write(ReminderReason.BookingConfirmed, EmailSamples.Booking with { StartsAt = new DateTimeOffset(2027, 3, 29, 8, 0, 0, TimeSpan.Zero) });

        email.Subject.Should().Be("Digital help booked for Monday 29 March, 9am");
        email.Calendar.Should().Contain("DTSTART:20270329T080000Z");
    }

    [Fact]
    public void Follow_ups_say_what_is_to_be_done_and_lead_to_their_end()
    {
        var due = writer.Write(EmailSamples.Row(ReminderReason.FollowUpDue), new DateTimeOffset(2026, 12, 1, 8, 0, 0, TimeSpan.Zero));
        var late = writer.Write(EmailSamples.Row(ReminderReason.FollowUpDue), new DateTimeOffset(2026, 12, 2, 8, 0, 0, TimeSpan.Zero));
        var overdue = writer.Write(EmailSamples.Row(ReminderReason.FollowUpOverdue), Now);

        due.Subject.Should().Be("Follow-up due today: Tuesday 1 December");
        due.Text.Should().Contain("What to do: Show how to order a blood test").And.Contain("From the session on: Tuesday 24 November 2026")
            .And.Contain("https://champions.example.nhs.uk/follow-ups/0198c0de-0000-7000-8000-000000000001/done");
        late.Text.Should().Contain("was due on Tuesday 1 December 2026");
        overdue.Subject.Should().Be("Follow-up still open: due Tuesday 1 December");
        new[] { due, late, overdue }.Should().AllSatisfy(e => e.Subject.Should().NotContain("blood", "subjects are read over shoulders"));
    }

    [Fact]
    public void An_assignment_names_ward_site_days_and_who_made_it()
    {
        var email = writer.Write(EmailSamples.Row(ReminderReason.AssignmentStarted), Now);

        email.Subject.Should().Be("You are digital champion for Maple Ward from Monday 7 December");
        email.Text.Should().Contain("Helen Carter has put you on Maple Ward as digital champion.").And.Contain("Site: Royal Infirmary")
            .And.Contain("From: Monday 7 December 2026").And.Contain("Until: No end set").And.Contain("https://champions.example.nhs.uk/wards/0198c0de-");
    }

    [Theory, MemberData(nameof(QueuedReasons))]
    public void Every_email_has_one_link_no_image_no_table_and_says_the_same_in_text_and_html(ReminderReason reason)
    {
        var email = writer.Write(EmailSamples.Row(reason), Now);
        var page = new HtmlParser().ParseDocument(email.Html);

        page.DocumentElement.GetAttribute("lang").Should().Be("en-GB");
        page.QuerySelectorAll("img, table, script, style, link, iframe, form").Should().BeEmpty();
        var link = page.QuerySelectorAll("a").Should().ContainSingle().Subject.Should().BeAssignableTo<IHtmlAnchorElement>().Subject;
        link.Href.Should().StartWith("https://champions.example.nhs.uk/");
        email.Text.Should().Contain(link.Href);
        page.Title.Should().Be(email.Subject);
        var words = Words(page.Body!.TextContent);
        Words(email.Text.Replace(link.Href, "", StringComparison.Ordinal)).Except(words).Should().BeEmpty();
        email.Subject.Length.Should().BeLessThan(80);
    }

    [Fact]
    public void A_log_in_code_stands_first_and_not_in_the_subject()
    {
        var email = writer.Write(EmailSamples.Row(ReminderReason.SignInCode), Now);

        email.Subject.Should().Be("Your code to log in to Champions");
        email.Text.Should().StartWith("Hello Tom,\n\nYour code to log in is:\n\n048213\n\nOr open this link")
            .And.Contain("https://champions.example.nhs.uk/sign-in/link/token\n").And.Contain("within 10 minutes")
            .And.EndWith("Champions. Replies to this address are not read.\n");
        var code = new HtmlParser().ParseDocument(email.Html).QuerySelectorAll("strong").Should().ContainSingle().Subject;
        code.TextContent.Should().Be("048213", "it is copied in one piece");
    }

    [Fact]
    public void Somebody_whose_name_is_not_known_is_greeted_without_one() =>
        writer.Write(EmailSamples.Row(ReminderReason.SignInCode, toName: ""), Now).Text.Should().StartWith("Hello,\n");

    [Fact]
    public void An_email_whose_secret_was_wiped_or_sealed_elsewhere_is_a_fault_and_never_leaves_half()
    {
        var wiped = () => writer.Write(EmailSamples.Row(ReminderReason.SignInCode, data: ""), Now);
        var foreign = () => writer.Write(EmailSamples.Row(ReminderReason.SignInCode, data: "sealed:elsewhere"), Now);

        wiped.Should().Throw<System.Text.Json.JsonException>();
        foreign.Should().Throw<System.Security.Cryptography.CryptographicException>();
    }

    [Fact]
    public void A_changed_log_in_says_what_when_where_and_what_to_do_if_it_was_somebody_else()
    {
        var email = writer.Write(EmailSamples.Row(ReminderReason.AccountChanged), Now);

        email.Subject.Should().Be("Your Champions log-in has changed");
        email.Text.Should().Contain("A passkey was added.\n").And.Contain("When: Tuesday 24 November 2026, 10am").And.Contain("Device: Chrome on Windows")
            .And.Contain("If this was not you, tell your coordinator");
    }

    [Fact]
    public void An_invitation_says_who_invites_and_needs_no_secret()
    {
        var email = writer.Write(EmailSamples.Row(ReminderReason.Invitation), Now);

        email.Text.Should().Contain("Helen Carter has invited you to Champions.").And.Contain("You are: Coordinator")
            .And.Contain("https://champions.example.nhs.uk/sign-in\n");
    }

    [Fact]
    public void A_reason_without_a_template_is_a_fault()
    {
        var write = () => writer.Write(EmailSamples.Row(ReminderReason.WeeklyDigest), Now);

        write.Should().Throw<NotSupportedException>();
    }

    [Fact]
    public void Markup_that_people_typed_is_shown_as_they_typed_it()
    {
        var email = Write(ReminderReason.BookingConfirmed, EmailSamples.Booking with { Topic = "<img src=x onerror=alert(1)> & \"quotes\"", Champion = "Siân <b>O'Neill</b>" });
        var page = new HtmlParser().ParseDocument(email.Html);

        page.QuerySelectorAll("img, b").Should().BeEmpty();
        page.Body!.TextContent.Should().Contain("<img src=x onerror=alert(1)> & \"quotes\"").And.Contain("Siân <b>O'Neill</b>");
        email.Html.Should().Contain("Siân", "letters stay readable");
    }

    [Theory]
    [InlineData("see https://evil.example/login now", "see https: //evil. example/login now")]
    [InlineData("www.evil.com", "www. evil. com")]
    [InlineData("write to me@evil.com", "write to me at evil. com")]
    [InlineData("mailto:me@evil.com", "mailto: me at evil. com")]
    [InlineData("Room 2.15, at 2:15pm, v1.2 of the system.", "Room 2.15, at 2:15pm, v1.2 of the system.")]
    public void Nothing_typed_becomes_a_link(string typed, string shown)
    {
        var email = Write(ReminderReason.BookingCancelled, EmailSamples.Booking with { Reason = typed });

        email.Text.Should().Contain($"Reason: {shown}\n");
        new HtmlParser().ParseDocument(email.Html).Body!.TextContent.Should().Contain(shown);
    }

    [Fact]
    public void Line_ends_in_what_people_typed_reach_no_header_and_imitate_no_line()
    {
        var booking = EmailSamples.Booking with { Note = "first\r\nWhere: the car park", Champion = "Amara\r\nBcc: x@evil.example" };

        var email = writer.Write(EmailSamples.Row(ReminderReason.BookingConfirmed, EmailData.Write(booking), toName: "Tom\r\nBcc: all@trust.example"), Now);

        email.ToName.Should().Be("Tom Bcc: all@trust.example");
        email.Text.Should().StartWith("Hello Tom,\n").And.Contain("Note: first\n  Where: the car park\n").And.Contain("With: Amara\n  Bcc: x at evil. example");
        email.Calendar!.Split("\r\n").Should().NotContain(line => line.StartsWith("Bcc", StringComparison.Ordinal));
        email.Html.Should().Contain("first<br>");
        var assigned = writer.Write(
            EmailSamples.Row(ReminderReason.AssignmentStarted, EmailData.Write(EmailSamples.Assignment with { Ward = "Maple\r\nBcc: x" })), Now);
        assigned.Subject.Should().Be("You are digital champion for Maple Bcc: x from Monday 7 December");
    }

    private static HashSet<string> Words(string text) =>
        [.. text.Split([' ', '\n', ':'], StringSplitOptions.RemoveEmptyEntries)];

    private OutgoingEmail Write(ReminderReason reason, BookingData data) => writer.Write(EmailSamples.Row(reason, EmailData.Write(data)), Now);
}
