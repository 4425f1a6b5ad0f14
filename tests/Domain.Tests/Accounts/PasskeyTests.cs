using Champions.Domain.Accounts;

namespace Champions.Domain.Tests.Accounts;

public sealed class PasskeyTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void An_account_takes_ten_passkeys_and_whoever_adds_one_at_the_same_time_must_look_again()
    {
        var account = Account.Open(null, null, "Helen Carter", "helen.carter@trust.example", Roles.Administrator, Now);
        var before = account.Version;

        account.AddPasskey(Passkey.Most - 1).IsSuccess.Should().BeTrue();
        account.Version.Should().Be(before + 1);
        account.AddPasskey(Passkey.Most).Error.Should().Be(PasskeyErrors.Enough);
        account.Version.Should().Be(before + 1);
    }

    [Theory]
    [InlineData("  My phone ", "My phone")]
    [InlineData("My\tphone\0", "Myphone")]
    public void A_name_is_stored_tidy(string typed, string stored) => Passkey.TidyName(typed).Value.Should().Be(stored);

    [Theory]
    [InlineData(null, "Passkey.NameMissing")]
    [InlineData(" ", "Passkey.NameMissing")]
    [InlineData("Ward 943 476 5919", "FreeText.NhsNumber")]
    public void A_name_that_says_nothing_or_too_much_is_refused(string? typed, string rule) => Passkey.TidyName(typed).Error!.Code.Should().Be(rule);

    [Fact]
    public void The_longest_name_fits_and_one_letter_more_does_not()
    {
        Passkey.TidyName(new string('a', Passkey.NameMax)).IsSuccess.Should().BeTrue();
        Passkey.TidyName(new string('a', Passkey.NameMax + 1)).Error!.Code.Should().Be("FreeText.TooLong");
    }

    [Fact]
    public void Addresses_name_a_passkey_by_a_digest_of_its_id_always_the_same()
    {
        Passkey.HandleOf([1, 2, 3]).Should().Be(Passkey.HandleOf([1, 2, 3])).And.NotBe(Passkey.HandleOf([1, 2, 4]));
        new Passkey(default, [1, 2, 3], "My phone", Now).Handle.Should().Be(Passkey.HandleOf([1, 2, 3]));
    }

    [Fact]
    public void What_was_used_up_cannot_be_used_as_a_code_or_a_link()
    {
        var used = OneTimeCode.UsedUp(CodePurpose.PasskeyAnswer, new byte[OneTimeCode.HashBytes], TimeSpan.FromMinutes(5), Now);

        used.IsUsable(Now).Should().BeFalse();
        used.TryCode([], Now).Should().BeFalse();
        used.TryLink(new byte[OneTimeCode.HashBytes], Now).Should().BeFalse();
        used.ExpiresAt.Should().Be(Now.AddMinutes(5), "then the row may go");
    }
}
