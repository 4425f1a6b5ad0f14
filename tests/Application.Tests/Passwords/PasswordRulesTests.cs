using Champions.Application.Accounts;
using Champions.Application.Passwords;

namespace Champions.Application.Tests.Passwords;

public sealed class PasswordRulesTests
{
    private static readonly PasswordOwner Alone = new(
        HasSecondFactor: false, "Amara Osei", "amara.osei@uhbw.nhs.uk", "University Hospitals Bristol and Weston NHS Foundation Trust", "RA7");

    private static readonly PasswordOwner WithSecondFactor = Alone with { HasSecondFactor = true };

    [Theory]
    [InlineData("violet kettle marsh")]
    [InlineData("violetkettlemarsh")]
    [InlineData("VIOLET KETTLE MARSH")]
    [InlineData("correct horse battery")]
    [InlineData("x7#kQ9!vLp2@wZr5")]
    [InlineData("пароль из четырёх слов")]
    [InlineData("四つの関係のない言葉で作る長い合言葉")]
    [InlineData("🦊🐢🪵🧊🥝🪁🧵🫖🪑🧭🌋🛶🪕🥨🦉")]
    [InlineData(" leading and trailing blanks ")]
    [InlineData("kettle 2024 2025 harbour")]
    public void Anything_long_that_nobody_would_foresee_will_do(string password) => PasswordRules.Check(password, Alone).Should().BeNull();

    [Theory]
    [InlineData("violet kettl", 12, null)]
    [InlineData("violet kett", 11, 12)]
    public void Twelve_characters_are_enough_beside_a_second_factor(string password, int length, int? least)
    {
        password.Should().HaveLength(length);

        PasswordRules.Check(password, WithSecondFactor)?.Message.Should().Be($"Use a password of at least {least} characters.");
        (PasswordRules.Check(password, WithSecondFactor) is null).Should().Be(least is null);
    }

    [Theory]
    [InlineData("violet kettle m", true)]
    [InlineData("violet kettle ", false)]
    [InlineData("", false)]
    [InlineData("🦊🐢🪵🧊🥝🪁🧵🫖", false)]
    public void A_password_that_stands_alone_has_15_characters_as_people_count_them(string password, bool enough) =>
        (PasswordRules.Check(password, Alone) is null).Should().Be(enough);

    [Fact]
    public void Two_hundred_characters_are_the_most()
    {
        var long200 = string.Concat(Enumerable.Range(0, 40).Select(i => $"{(char)('a' + (i * 7 % 26))}x{i:D2}q"));

        PasswordRules.Check(long200, Alone).Should().BeNull();
        PasswordRules.Check(long200 + "z", Alone).Should().Be(AccountErrors.PasswordTooLong);
    }

    [Theory]
    [InlineData("aaaaaaaaaaaaaaa")]
    [InlineData("abcabcabcabcabc")]
    [InlineData("kettlekettlekettle")]
    [InlineData("kettle kettle kettle ket")]
    [InlineData("aaaaabbbbbcccccddddd")]
    [InlineData("abcdefghijklmno")]
    [InlineData("zyxwvutsrqponmlk")]
    [InlineData("123456789012345")]
    [InlineData("987654321098765")]
    [InlineData("qwertyuiopasdfghjkl")]
    [InlineData("QwertyUiopAsdfghjkl")]
    [InlineData("1qaz2wsx3edc4rfv5tgb")]
    [InlineData("poiuytrewqlkjhgfdsa")]
    [InlineData("1234qwer5678asdf")]
    [InlineData("               ")]
    public void What_repeats_itself_or_follows_a_row_is_refused(string password) =>
        PasswordRules.Check(password, Alone).Should().Be(AccountErrors.PasswordForeseeable);

    [Theory]
    [InlineData("sunshine123456789")]
    [InlineData("Sunshine!!2024!!2025")]
    [InlineData("1997sunsh1ne20242026")]
    [InlineData("$unsh1n3_19731984")]
    [InlineData("leavemealone2024")]
    [InlineData("l.e.a.v.e.m.e.a.l.o.n.e")]
    [InlineData("LeaveMeAlone1999!")]
    [InlineData("contortionist19")]
    public void What_many_people_use_is_refused_however_it_is_dressed_up(string password) =>
        PasswordRules.Check(password, Alone).Should().Be(AccountErrors.PasswordCommon);

    [Theory]
    [InlineData("my champions login", "champion")]
    [InlineData("P4ssw0rd kettle marsh", "password")]
    [InlineData("Pa$$w0rd kettle marsh", "password")]
    [InlineData("kettle nhs marsh violet", "nhs")]
    [InlineData("amara kettle violet", "amara")]
    [InlineData("4m4r4 kettle violet", "amara")]
    [InlineData("violet osei kettle marsh", "osei")]
    [InlineData("kettle uhbw violet marsh", "uhbw")]
    [InlineData("kettle bristol violet", "bristol")]
    [InlineData("KettleWestonViolet", "weston")]
    [InlineData("violet ra7 kettle marsh", "ra7")]
    [InlineData("violet hospitals kettle", "hospitals")]
    public void Words_that_others_know_of_the_person_are_refused_by_name(string password, string word) =>
        PasswordRules.Check(password, Alone).Should().Be(AccountErrors.PasswordHasKnownWord(word));

    [Fact]
    public void Somebody_elses_words_are_nobodys_affair() =>
        PasswordRules.Check("amara kettle violet bristol", Alone with { Name = "Tom Reid", Email = "t.reid@else.example", TrustName = null })
            .Should().BeNull();

    [Fact]
    public void The_list_holds_what_it_says() => CommonPasswords.Count.Should().BeGreaterThan(50_000);
}
