using Champions.Domain;
using Champions.Domain.Accounts;
using Champions.Infrastructure.Identity;
using Microsoft.AspNetCore.DataProtection;

namespace Champions.Infrastructure.Tests.Identity;

public sealed class AuthenticatorAppsTests
{
    private static readonly AccountId Account = new(new Guid("01990000-0000-7000-8000-000000000001"));
    private static readonly AccountId Other = new(new Guid("01990000-0000-7000-8000-000000000002"));
    private readonly SettableClock clock = new(Given.Now);
    private readonly AuthenticatorApps apps;

    public AuthenticatorAppsTests() => apps = new AuthenticatorApps(new EphemeralDataProtectionProvider(), clock);

    /// <summary>The vectors of RFC 6238, appendix B, whose key is "12345678901234567890", as six digits.</summary>
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void The_app_of_the_tests_shows_the_codes_of_the_standard(long seconds, string code) =>
        new Authenticator("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ").CodeAt(DateTimeOffset.FromUnixTimeSeconds(seconds)).Should().Be(code);

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void The_present_code_and_one_to_either_side_are_taken(int steps, bool taken)
    {
        var offer = apps.Offer(Account, "amara.osei@trust.example");
        var app = new Authenticator(offer.Key);

        var confirmed = apps.Confirm(Account, offer.Sealed, app.CodeAt(clock.Now, steps));

        confirmed.HasValue.Should().Be(taken);
        if (confirmed is { } found)
        {
            found.Step.Should().Be((clock.Now.ToUnixTimeSeconds() / 30) + steps);
            apps.StepOf(Account, found.StoredKey, app.CodeAt(clock.Now, steps)).Should().Be(found.Step);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("12345")]
    [InlineData("1234567")]
    [InlineData("abcdef")]
    [InlineData("１２３４５６")]
    [InlineData("-12345")]
    public void Anything_but_six_digits_is_no_code(string typed)
    {
        var offer = apps.Offer(Account, "amara.osei@trust.example");

        apps.Confirm(Account, offer.Sealed, typed).Should().BeNull();
    }

    [Fact]
    public void A_key_is_good_for_its_account_alone_and_is_not_readable()
    {
        var offer = apps.Offer(Account, "amara.osei@trust.example");
        var app = new Authenticator(offer.Key);
        var stored = apps.Confirm(Account, offer.Sealed, app.CodeAt(clock.Now))!.Value.StoredKey;

        apps.Reopen(Other, "x@trust.example", offer.Sealed).Should().BeNull();
        apps.Confirm(Other, offer.Sealed, app.CodeAt(clock.Now)).Should().BeNull();
        var asOther = () => apps.StepOf(Other, stored, app.CodeAt(clock.Now));
        asOther.Should().Throw<System.Security.Cryptography.CryptographicException>();
        stored.Should().NotContain(offer.Key.Replace(" ", "", StringComparison.Ordinal)).And.HaveLength(stored.Length);
        stored.Length.Should().BeLessThanOrEqualTo(Domain.Accounts.Account.SecretMax);
        apps.Reopen(Account, "amara.osei@trust.example", "made up").Should().BeNull();
    }

    [Fact]
    public void An_offer_is_good_for_an_hour()
    {
        var offer = apps.Offer(Account, "amara.osei@trust.example");

        clock.Advance(TimeSpan.FromMinutes(60));
        apps.Reopen(Account, "amara.osei@trust.example", offer.Sealed).Should().Be(offer);
        clock.Advance(TimeSpan.FromSeconds(1));

        apps.Reopen(Account, "amara.osei@trust.example", offer.Sealed).Should().BeNull();
    }

    [Fact]
    public void The_picture_says_whose_key_it_is()
    {
        var offer = apps.Offer(Account, "o'neil+x@trust.example");

        offer.Address.Should().StartWith("otpauth://totp/Champions:o%27neil%2Bx%40trust.example?secret=")
            .And.Contain(offer.Key.Replace(" ", "", StringComparison.Ordinal)).And.EndWith("&issuer=Champions&algorithm=SHA1&digits=6&period=30");
    }
}
