using System.Security.Cryptography;
using System.Text;
using Champions.Application.Entering;
using Champions.Application.Jobs;
using Champions.Application.Tests.PeopleList;
using Champions.Domain.Accounts;
using Champions.Domain.Common;
using Microsoft.Extensions.DependencyInjection;

namespace Champions.Application.Tests.Entering;

/// <summary>The six digits: who gets them, how often they work, and what guessing costs.</summary>
public sealed class CodeTests
{
    [Theory, EveryDatabase]
    public async Task Somebody_in_the_list_of_people_gets_an_account_with_their_first_code(DatabaseKind kind)
    {
        await using var door = await Door.OpenAsync(kind);
        var (id, email) = await door.AskAndReadAsync(door.Known);

        var proved = await door.TypeAsync(email.Code(), id);

        email.ToAddress.Should().Be(door.Known);
        var account = (await door.Db.AllAsync<Account>()).Should().ContainSingle().Subject;
        proved.Value.AccountId.Should().Be(account.Id);
        (account.StaffMemberId, account.TrustId, account.Roles).Should().Be((door.Trust.Colleague.Id, (TrustId?)door.Trust.Trust.Id, Roles.Staff));
    }

    [Theory, EveryDatabase]
    public async Task Somebody_new_whose_domain_a_trust_has_gets_a_code_and_no_account_yet(DatabaseKind kind)
    {
        await using var door = await Door.OpenAsync(kind);
        var (id, email) = await door.AskAndReadAsync(Door.Newcomer);

        var proved = await door.TypeAsync(email.Code(), id);

        proved.Value.Should().Be(new ProvedAddress(Door.Newcomer, AccountId: null));
        (await door.Db.AllAsync<Account>()).Should().BeEmpty();
    }

    [Theory]
    [InlineData("nobody@elsewhere.example")]
    [InlineData("x@sub.newcomers.example")]
    [InlineData("x@newcomers.example.evil.example")]
    [InlineData("x@evilnewcomers.example")]
    public async Task An_address_that_nobody_has_gets_nothing_and_no_code_lets_it_in(string address)
    {
        await using var door = await Door.OpenAsync(DatabaseKind.Sqlite);

        var id = await door.AskAsync(address);

        (await door.Db.EmailsAsync()).Should().BeEmpty();
        (await door.TypeAsync("000000", id)).IsSuccess.Should().BeFalse();
        (await door.Db.AllAsync<OneTimeCode>()).Should().ContainSingle("the same work is done");
    }

    [Theory, EveryDatabase]
    public async Task Who_has_left_is_disabled_or_works_for_a_trust_that_is_not_in_gets_nothing(DatabaseKind kind)
    {
        await using var door = await Door.OpenAsync(kind);
        var left = Given.Person(door.Trust.Trust.Id, "Ann Left");
        left.Leave(Given.Today);
        var disabled = Given.Person(door.Trust.Trust.Id, "Ben Out", "ben.out@newcomers.example");
        var account = Account.For(disabled, Roles.None, Given.Now);
        account.Disable();
        var outside = Domain.Trusts.Trust.FromOds(
            new Domain.Trusts.TrustRecord("RXX", "X", "X", "Y58", "QUY", "", "", "", new DateOnly(2008, 6, 1), null), Given.Now);
        var stranger = Given.Person(outside.Id, "Cat Outside");
        await door.Db.SaveAsync(outside, left, disabled, account, stranger);

        foreach (var address in (string[])[left.Email, disabled.Email, stranger.Email])
        {
            await door.AskAsync(address);
        }

        (await door.Db.EmailsAsync()).Should().BeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task A_code_works_once_and_its_link_ends_with_it(DatabaseKind kind)
    {
        await using var door = await Door.OpenAsync(kind);
        var (id, email) = await door.AskAndReadAsync(door.Known);
        (await door.TypeAsync(email.Code(), id)).IsSuccess.Should().BeTrue();

        (await door.TypeAsync(email.Code(), id)).Error.Should().Be(EnteringErrors.CodeUsed);
        (await door.PressAsync(email.Token())).Error.Should().Be(EnteringErrors.LinkGone);
    }

    [Theory, EveryDatabase]
    public async Task The_sixth_try_is_refused_even_with_the_right_code_and_the_link_still_works(DatabaseKind kind)
    {
        await using var door = await Door.OpenAsync(kind);
        var (id, email) = await door.AskAndReadAsync(door.Known);
        for (var wrong = 1; wrong < OneTimeCode.Tries; wrong++)
        {
            (await door.TypeAsync(Door.NotThese(email.Code()), id)).Error.Should().Be(EnteringErrors.WrongCode);
        }

        (await door.TypeAsync(Door.NotThese(email.Code()), id)).Error.Should().Be(EnteringErrors.TriesUsedUp);

        (await door.TypeAsync(email.Code(), id)).Error.Should().Be(EnteringErrors.TriesUsedUp);
        (await door.PressAsync(email.Token())).IsSuccess.Should().BeTrue("guessing keeps nobody out");
    }

    [Theory, EveryDatabase]
    public async Task A_guessers_tries_cost_the_real_person_none(DatabaseKind kind)
    {
        await using var door = await Door.OpenAsync(kind);
        var (mine, email) = await door.AskAndReadAsync(door.Known);
        var guessers = await door.AskAsync(door.Known);
        for (var wrong = 0; wrong < OneTimeCode.Tries; wrong++)
        {
            await door.TypeAsync(Door.NotThese((await door.MailAsync())[^1].Code()), guessers);
        }

        (await door.TypeAsync(email.Code(), mine)).IsSuccess.Should().BeTrue();
    }

    [Theory, EveryDatabase]
    public async Task Wrong_codes_for_many_addresses_from_one_network_are_stopped_after_60_and_right_ones_do_not_count(DatabaseKind kind)
    {
        await using var door = await Door.OpenAsync(kind);
        var network = new Guesser("2001:db8:1:2::1", new Dictionary<AccountId, string>());
        var neighbour = new Guesser("2001:db8:1:2:ffff::9", new Dictionary<AccountId, string>());
        var (id, email) = await door.AskAndReadAsync(door.Trust.Colleague.Email);
        (await door.TypeAsync(network, email.Code(), id)).IsSuccess.Should().BeTrue();
        var (first, newcomers) = await door.AskAndReadAsync(Door.Newcomer);
        (await door.TypeAsync(network, newcomers.Code(), first)).IsSuccess.Should().BeTrue();

        // Five tries at each of twenty addresses
        var looked = 0;
        for (var address = 0; address < 20; address++)
        {
            var asked = await door.AskAsync($"person{address}@newcomers.example");
            for (var i = 0; i < 5; i++)
            {
                var tried = await door.TypeAsync(i % 2 == 0 ? network : neighbour, "000000", asked);
                looked += tried.Error == EnteringErrors.WrongCode || tried.Error == EnteringErrors.TriesUsedUp ? 1 : 0;
            }
        }

        // A tenth of a second went by, which is worth a twentieth of a try
        looked.Should().Be(60);
        var (next, late) = await door.AskAndReadAsync(door.Trust.Colleague.Email);
        var refused = await door.TypeAsync(network, late.Code(), next);
        refused.Error!.Kind.Should().Be(ErrorKind.TooMany);
        var known = (await door.Db.AllAsync<Account>()).Single(a => a.StaffMemberId == door.Trust.Colleague.Id).Id;
        (await door.TypeAsync(network with { KnownDevices = new Dictionary<AccountId, string> { [known] = "D1" } }, late.Code(), next))
            .IsSuccess.Should().BeTrue("the person's own device has tries of its own");
    }

    [Theory, EveryDatabase]
    public async Task Ten_guesses_at_once_cost_five_tries_and_no_more(DatabaseKind kind)
    {
        await using var door = await Door.OpenAsync(kind);
        var (id, email) = await door.AskAndReadAsync(door.Known);

        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => door.TypeAsync(Door.NotThese(email.Code()), id))));

        (await door.Db.AllAsync<OneTimeCode>()).Single().TriesLeft.Should().Be(0);
        (await door.TypeAsync(email.Code(), id)).IsSuccess.Should().BeFalse();
    }

    [Theory, EveryDatabase]
    public async Task A_code_used_by_eight_at_once_lets_one_in_and_opens_one_account(DatabaseKind kind)
    {
        await using var door = await Door.OpenAsync(kind);
        var (id, email) = await door.AskAndReadAsync(door.Known);

        var tries = await Task.WhenAll(Enumerable.Range(0, 8).Select(n => Task.Run(
            () => n % 2 == 0 ? door.TypeAsync(email.Code(), id) : door.PressAsync(email.Token()))));

        tries.Count(t => t.IsSuccess).Should().Be(1);
        (await door.Db.AllAsync<Account>()).Should().ContainSingle();
    }

    [Theory, EveryDatabase]
    public async Task A_code_ends_after_ten_minutes(DatabaseKind kind)
    {
        await using var door = await Door.OpenAsync(kind);
        var (id, email) = await door.AskAndReadAsync(door.Known);
        door.Db.Clock.Advance(OneTimeCode.CodeLife);

        (await door.TypeAsync(email.Code(), id)).Error.Should().Be(EnteringErrors.CodeExpired);
        (await door.PressAsync(email.Token())).Error.Should().Be(EnteringErrors.LinkGone);
        (await door.LookAsync(email.Token())).Should().BeNull();
    }

    [Fact]
    public async Task One_persons_code_is_nothing_to_another_who_asked_too()
    {
        await using var door = await Door.OpenAsync(DatabaseKind.Sqlite);
        var (theirs, email) = await door.AskAndReadAsync(door.Known);
        var (mine, _) = await door.AskAndReadAsync(Door.Newcomer);

        (await door.TypeAsync(email.Code(), mine)).Error.Should().Be(EnteringErrors.WrongCode);
        (await door.TypeAsync(email.Code(), OneTimeCodeId.From(Guid.CreateVersion7(Given.Now)))).Error.Should().Be(EnteringErrors.WrongCode);
        (await door.TypeAsync(email.Code(), theirs)).IsSuccess.Should().BeTrue();
    }

    [Fact]
    public async Task Any_code_asked_for_in_the_browser_will_do_and_the_others_end_with_it()
    {
        await using var door = await Door.OpenAsync(DatabaseKind.Sqlite);
        var (first, early) = await door.AskAndReadAsync(door.Known);
        var (second, late) = await door.AskAndReadAsync(door.Known);

        (await door.TypeAsync(early.Code(), first, second)).IsSuccess.Should().BeTrue("the first email came late");

        (await door.TypeAsync(late.Code(), first, second)).Error.Should().Be(EnteringErrors.CodeUsed);
        (await door.PressAsync(late.Token())).IsSuccess.Should().BeFalse();
    }

    [Fact]
    public async Task Case_and_blanks_of_an_address_do_not_matter_and_the_code_goes_to_the_one_on_file()
    {
        await using var door = await Door.OpenAsync(DatabaseKind.Sqlite);

        var (id, email) = await door.AskAndReadAsync($"  {door.Known.ToUpperInvariant()} ");

        email.ToAddress.Should().Be(door.Known);
        (await door.TypeAsync(email.Code(), id)).Value.AccountId.Should().NotBeNull();
    }

    [Fact]
    public async Task Letters_that_only_compare_alike_send_nobodys_code_elsewhere()
    {
        await using var door = await Door.OpenAsync(DatabaseKind.Sqlite);

        // U+017F, the long s, becomes S in capitals
        await door.AskAsync(door.Known.Replace('s', '\u017F'));

        (await door.MailAsync()).Select(e => e.ToAddress).Should().OnlyContain(to => to == door.Known);
    }

    [Theory, EveryDatabase]
    public async Task The_sixth_email_within_an_hour_is_not_sent_and_looks_the_same(DatabaseKind kind)
    {
        await using var door = await Door.OpenAsync(kind);
        for (var asked = 0; asked < MailLimit.MostAnHour; asked++)
        {
            await door.AskAsync(door.Known);
        }

        var sixth = await door.AskAsync(door.Known.ToUpperInvariant());

        sixth.Value.Should().NotBeEmpty();
        (await door.MailAsync()).Should().HaveCount(MailLimit.MostAnHour);
        door.Db.Clock.Advance(TimeSpan.FromHours(1));
        var (id, email) = await door.AskAndReadAsync(Door.Newcomer);
        (await door.TypeAsync(email.Code(), id)).IsSuccess.Should().BeTrue("other addresses have their own hour");
        await door.AskAsync(door.Known);
        (await door.Db.AllAsync<OneTimeCode>()).Count(c => c.Email == door.Known).Should().Be(MailLimit.MostAnHour + 1);
    }

    [Theory, EveryDatabase]
    public async Task Strangers_who_ask_all_the_time_do_not_keep_the_person_from_their_own_device(DatabaseKind kind)
    {
        await using var door = await Door.OpenAsync(kind);
        var account = await door.Trust.OpenAccountAsync(door.Trust.Colleague);
        var own = new Guesser("10.0.0.7", new Dictionary<AccountId, string> { [account.Id] = "D1" });
        for (var asked = 0; asked < 12; asked++)
        {
            await door.AskAsync(door.Known);
        }

        var mine = await door.AskAsync(door.Known, guesser: own);

        var emails = await door.MailAsync();
        emails.Should().HaveCount(MailLimit.MostAnHour + 1);
        for (var asked = 0; asked < 12; asked++)
        {
            await door.AskAsync(door.Known, guesser: own);
        }

        (await door.MailAsync()).Should().HaveCount(10, "5 for strangers and 5 for the person");
        await door.AskAsync(door.Trust.ChampionPerson.Email, guesser: own);
        (await door.TypeAsync(own, emails[^1].Code(), mine)).IsSuccess.Should().BeTrue();
    }

    [Theory, EveryDatabase]
    public async Task A_code_that_was_used_does_not_count_against_the_next(DatabaseKind kind)
    {
        await using var door = await Door.OpenAsync(kind);
        for (var shift = 0; shift < MailLimit.MostAnHour + 2; shift++)
        {
            var (id, email) = await door.AskAndReadAsync(door.Known);
            (await door.TypeAsync(email.Code(), id)).IsSuccess.Should().BeTrue();
        }

        (await door.MailAsync()).Should().HaveCount(MailLimit.MostAnHour + 2);
    }

    [Theory, EveryDatabase]
    public async Task Twelve_requests_at_once_cause_five_emails(DatabaseKind kind)
    {
        await using var door = await Door.OpenAsync(kind);

        await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Task.Run(() => door.AskAsync(door.Known))));

        (await door.Db.EmailsAsync()).Should().HaveCount(MailLimit.MostAnHour);
    }

    [Theory, EveryDatabase]
    public async Task Nothing_in_the_database_gives_a_code_or_a_link_away(DatabaseKind kind)
    {
        await using var door = await Door.OpenAsync(kind);
        var (_, email) = await door.AskAndReadAsync(door.Known);

        var stored = await Snapshot.TakeAsync(door.Db);

        stored.Contains(email.Token()).Should().BeFalse();
        (await door.Db.EmailsAsync()).Single().Data.Should().StartWith("sealed:").And.NotContain(email.Code());
        var hash = (await door.Db.AllAsync<OneTimeCode>()).Single().CodeHash;
        foreach (var guess in (string[])[email.Code(), $"{door.Known.ToUpperInvariant()}\n{email.Code()}"])
        {
            hash.Should().NotEqual(SHA256.HashData(Encoding.UTF8.GetBytes(guess)), "the key is not in the database");
        }

        stored.Contains(door.Known).Should().BeTrue("the search finds what is there");
    }

    [Theory, EveryDatabase]
    public async Task At_night_codes_go_that_ended_more_than_a_day_ago(DatabaseKind kind)
    {
        await using var door = await Door.OpenAsync(kind);
        await door.AskAsync(door.Known);
        door.Db.Clock.Advance(TimeSpan.FromHours(24));
        await door.AskAsync(Door.Newcomer);
        door.Db.Clock.Advance(TimeSpan.FromMinutes(11));

        var said = await door.Db.Run(scope => ((IRecurringJob)scope.GetRequiredService<PurgeCodes>()).RunAsync(default));

        said.Should().Be("1 code deleted");
        (await door.Db.AllAsync<OneTimeCode>()).Should().ContainSingle().Which.Email.Should().Be(Door.Newcomer);
    }
}
