using Champions.Application.Entering;
using Champions.Application.Trusts;
using Champions.Domain.Trusts;

namespace Champions.Application.Tests.Entering;

/// <summary>Which trust the domain of an address belongs to; the administrator says.</summary>
public sealed class TrustDomainTests
{
    [Theory, EveryDatabase]
    public async Task A_domain_is_stored_in_small_letters_once(DatabaseKind kind)
    {
        await using var door = await Door.OpenAsync(kind);

        (await door.AddDomainAsync(door.Trust, " @UHBW.nhs.uk ")).IsSuccess.Should().BeTrue();
        (await door.AddDomainAsync(door.Trust, "uhbw.nhs.uk")).IsSuccess.Should().BeTrue("doing it again changes nothing");

        (await door.Db.AllAsync<TrustDomain>()).Select(d => d.Domain).Should().BeEquivalentTo("newcomers.example", "uhbw.nhs.uk");
    }

    [Theory, EveryDatabase]
    public async Task Another_trusts_domain_is_refused(DatabaseKind kind)
    {
        await using var door = await Door.OpenAsync(kind);
        var other = await SmallTrust.CreateOtherAsync(door.Db);

        (await door.AddDomainAsync(other, "newcomers.example")).Error.Should().Be(TrustErrors.DomainTaken);
    }

    [Theory]
    [InlineData("nhs.net")]
    [InlineData("gmail.com")]
    [InlineData("")]
    [InlineData("nhs")]
    [InlineData("two words.example")]
    [InlineData("name@uhbw.nhs.uk")]
    public async Task A_shared_domain_or_none_at_all_is_refused(string domain)
    {
        await using var door = await Door.OpenAsync(DatabaseKind.Sqlite);

        (await door.AddDomainAsync(door.Trust, domain)).IsSuccess.Should().BeFalse();
        (await door.Db.AllAsync<TrustDomain>()).Should().ContainSingle();
    }

    [Theory, EveryDatabase]
    public async Task A_domain_that_was_removed_lets_nobody_new_in_and_may_go_to_another_trust(DatabaseKind kind)
    {
        await using var door = await Door.OpenAsync(kind);
        var other = await SmallTrust.CreateOtherAsync(door.Db);

        var removed = await door.Db.As(SmallTrust.AsAdministrator, (RemoveTrustDomainHandler handler) =>
            handler.HandleAsync(new RemoveTrustDomain(door.Trust.Trust.Id, "newcomers.example"), SmallTrust.AsAdministrator with { SecondFactorAt = door.Db.Clock.Now }, default));

        removed.IsSuccess.Should().BeTrue();
        await door.AskAsync(Door.Newcomer);
        (await door.MailAsync()).Should().BeEmpty();
        (await door.AddDomainAsync(other, "newcomers.example")).IsSuccess.Should().BeTrue();
    }

    [Fact]
    public async Task Only_the_administrator_may()
    {
        await using var door = await Door.OpenAsync(DatabaseKind.Sqlite);
        var coordinator = door.Trust.AsCoordinator;

        var added = await door.Db.As(coordinator, (AddTrustDomainHandler handler) =>
            handler.HandleAsync(new AddTrustDomain(door.Trust.Trust.Id, "evil.example"), coordinator, default));
        var removed = await door.Db.As(coordinator, (RemoveTrustDomainHandler handler) =>
            handler.HandleAsync(new RemoveTrustDomain(door.Trust.Trust.Id, "newcomers.example"), coordinator, default));

        added.Error.Should().Be(TrustErrors.OnlyAdministrators);
        removed.Error.Should().Be(TrustErrors.OnlyAdministrators);
    }
}
