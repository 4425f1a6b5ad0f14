using Champions.Application.Accounts;
using Champions.Application.Entering;
using Champions.Domain.Common;

namespace Champions.Application.Tests.Entering;

public sealed class GuessLimitsTests
{
    private static readonly AccountId Account = new(new Guid("01990000-0000-7000-8000-000000000001"));
    private readonly SettableClock clock = new(Given.Now);
    private readonly GuessLimits limits;

    public GuessLimitsTests() => limits = new GuessLimits(clock);

    [Fact]
    public void Ten_wrong_tries_then_one_a_minute()
    {
        for (var i = 0; i < 10; i++)
        {
            Try(Stranger(i)).IsSuccess.Should().BeTrue();
        }

        Try(Stranger(11)).Error!.Kind.Should().Be(ErrorKind.TooMany);
        Try(Stranger(11)).Error!.Wait.Should().Be(TimeSpan.FromMinutes(1));
        clock.Advance(TimeSpan.FromMinutes(1));
        Try(Stranger(11)).IsSuccess.Should().BeTrue();
        Try(Stranger(11)).IsSuccess.Should().BeFalse();
    }

    [Fact]
    public void Right_ones_do_not_count()
    {
        for (var i = 0; i < 100; i++)
        {
            Try(Stranger(i)).Value.GiveBack();
        }

        Try(Stranger(1)).IsSuccess.Should().BeTrue();
    }

    [Fact]
    public void A_device_that_is_known_has_tries_of_its_own_which_are_limited_too()
    {
        for (var i = 0; i < 10; i++)
        {
            Try(Stranger(i));
        }

        var own = new Guesser("10.9.9.9", new Dictionary<AccountId, string> { [Account] = "D1" });
        var others = new Guesser("10.9.9.9", new Dictionary<AccountId, string> { [new AccountId(Guid.Empty)] = "D2" });

        Try(others).IsSuccess.Should().BeFalse("it is known for another account only");
        Enumerable.Range(0, 11).Count(_ => Try(own).IsSuccess).Should().Be(10);
        Try(own).Error.Should().Be(AccountErrors.TooManyTries(TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public void One_network_that_tries_many_accounts_is_slowed_down_and_a_known_device_in_it_is_not()
    {
        var tried = Enumerable.Range(0, 200).Count(i => limits.TryPassword(null, $"PERSON{i}", Stranger(1)).IsSuccess);

        tried.Should().Be(60);
        Try(new Guesser(Stranger(1).Network, new Dictionary<AccountId, string> { [Account] = "D1" })).IsSuccess.Should().BeTrue();
        clock.Advance(TimeSpan.FromSeconds(10));
        Enumerable.Range(0, 50).Count(i => limits.TryPassword(null, $"OTHER{i}", Stranger(1)).IsSuccess).Should().Be(5);
    }

    [Fact]
    public void Codes_of_emails_passwords_and_second_factors_share_the_tries_of_a_network()
    {
        for (var i = 0; i < 20; i++)
        {
            limits.TryPassword(null, $"PERSON{i}", Stranger(1)).IsSuccess.Should().BeTrue();
            limits.TryCode(null, Stranger(1)).IsSuccess.Should().BeTrue();
            limits.TrySecondFactor(new AccountId(Guid.CreateVersion7(Given.Now)), Stranger(1)).IsSuccess.Should().BeTrue();
        }

        limits.TryCode(null, Stranger(1)).Error!.Kind.Should().Be(ErrorKind.TooMany);
        limits.TryPassword(null, "ANOTHER", Stranger(1)).Error!.Kind.Should().Be(ErrorKind.TooMany);
        limits.TryCode(Account, Stranger(2)).IsSuccess.Should().BeTrue("of another network");
        var own = new Guesser(Stranger(1).Network, new Dictionary<AccountId, string> { [Account] = "D1" });
        Enumerable.Range(0, 11).Count(_ => limits.TryCode(Account, own).IsSuccess).Should().Be(10, "a known device has tries of its own");
    }

    [Theory]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    [InlineData("::ffff:10.1.1.1", "10.1.1.1", true)]
    [InlineData("10.1.1.1", "10.1.1.2", false)]
    public void An_address_of_IPv6_stands_for_its_network(string one, string other, bool same)
    {
        for (var i = 0; i < 60; i++)
        {
            limits.TryPassword(null, $"PERSON{i}", Of(one));
        }

        limits.TryPassword(null, "SOMEBODY", Of(other)).IsSuccess.Should().Be(!same);
    }

    [Fact]
    public void A_refused_try_takes_nothing_from_the_account_of_the_real_person()
    {
        for (var i = 0; i < 100; i++)
        {
            limits.TryPassword(null, $"PERSON{i}", Stranger(1));
        }

        Enumerable.Range(0, 50).Count(_ => Try(Stranger(1)).IsSuccess).Should().Be(0);
        Enumerable.Range(2, 50).Count(i => Try(Stranger(i)).IsSuccess).Should().Be(10);
    }

    [Fact]
    public void A_clock_that_is_set_back_neither_gives_nor_locks_out()
    {
        Enumerable.Range(0, 10).ToList().ForEach(i => Try(Stranger(i)));

        clock.Jump(TimeSpan.FromHours(-1));
        Try(Stranger(20)).IsSuccess.Should().BeFalse();
        clock.Advance(TimeSpan.FromMinutes(1));

        Try(Stranger(20)).IsSuccess.Should().BeTrue();
    }

    [Fact]
    public void What_nobody_spent_is_forgotten()
    {
        for (var i = 0; i < 9_000; i++)
        {
            limits.TryPassword(null, $"PERSON{i}", Stranger(i));
        }

        limits.Remembered.Should().BeGreaterThan(9_000);
        clock.Advance(TimeSpan.FromHours(1));
        limits.TryPassword(null, "LAST", Stranger(1));

        limits.Remembered.Should().BeLessThan(10);
    }

    private Result<Guess> Try(Guesser guesser) => limits.TryPassword(Account, "AMARA", guesser);

    private static Guesser Stranger(int number) => Of($"10.{number / 65536}.{number / 256 % 256}.{number % 256}");

    private static Guesser Of(string network) => new(network, new Dictionary<AccountId, string>());
}
