using Champions.Application.Abstractions;
using Champions.Application.Outbox;
using Champions.Application.Outbox.Sending;
using Champions.Domain.Accounts;
using Champions.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Champions.Application.Tests.Outbox;

/// <summary>Codes and links that let their reader in: sealed while they wait, gone once they have left or never will.</summary>
public sealed class SecretEmailTests
{
    private const string Digits = "048213";
    private const string Path = "/sign-in/link/a-very-secret-token";

    [Theory, EveryDatabase]
    public async Task A_code_waits_sealed_leaves_readable_and_is_wiped(DatabaseKind kind)
    {
        await using var desk = await MailDesk.OpenAsync(kind);
        await QueueAsync(desk);
        var waiting = (await desk.Db.EmailsAsync()).Single();
        waiting.Data.Should().StartWith(OutboxEmail.SealMark).And.NotContain(Digits).And.NotContain("secret-token");

        await desk.SendAsync();

        desk.Relay.Accepted.Should().ContainSingle().Which.Text.Should().Contain(Digits).And.Contain(Path);
        var sent = (await desk.Db.EmailsAsync()).Single();
        (sent.State, sent.Data).Should().Be((OutboxState.Sent, ""));
    }

    [Theory, EveryDatabase]
    public async Task A_code_that_is_put_off_keeps_its_secret_until_it_leaves(DatabaseKind kind)
    {
        await using var desk = await MailDesk.OpenAsync(kind);
        await QueueAsync(desk);
        desk.Relay.Reply(DeliveryOutcome.TryLater);
        await desk.SendAsync();
        (await desk.Db.EmailsAsync()).Single().IsSealed.Should().BeTrue();

        desk.Db.Clock.Advance(TimeSpan.FromMinutes(5));
        await desk.SendAsync();

        desk.Relay.Accepted.Should().ContainSingle().Which.Text.Should().Contain(Digits);
        (await desk.Db.EmailsAsync()).Single().Data.Should().BeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task A_refused_code_is_wiped(DatabaseKind kind)
    {
        await using var desk = await MailDesk.OpenAsync(kind);
        await QueueAsync(desk);
        desk.Relay.Reply(DeliveryOutcome.Refused);

        await desk.SendAsync();

        var dead = (await desk.Db.EmailsAsync()).Single();
        (dead.State, dead.Data).Should().Be((OutboxState.Dead, ""));
    }

    [Theory, EveryDatabase]
    public async Task A_code_that_would_come_too_late_is_dropped_and_wiped(DatabaseKind kind)
    {
        await using var desk = await MailDesk.OpenAsync(kind);
        await QueueAsync(desk);
        desk.Db.Clock.Advance(OneTimeCode.CodeLife);

        await desk.Db.Run(scope => scope.GetRequiredService<IOutboxStore>().DropAsync(desk.Db.Clock.Now, default));

        var dead = (await desk.Db.EmailsAsync()).Single();
        (dead.State, dead.Data).Should().Be((OutboxState.Dead, ""));
        desk.Relay.Given.Should().BeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task A_code_taken_back_is_wiped_and_other_emails_keep_their_data(DatabaseKind kind)
    {
        await using var desk = await MailDesk.OpenAsync(kind);
        await QueueAsync(desk);
        await desk.BookAsync(await desk.Trust.OfferAsync());

        await desk.Db.Run(async scope =>
        {
            var db = scope.GetRequiredService<ChampionsDbContext>();
            (await db.OutboxEmails.IgnoreQueryFilters().ToListAsync()).ForEach(e => e.Supersede());
            await db.SaveChangesAsync();
        });

        var emails = await desk.Db.EmailsAsync();
        emails.Should().HaveCount(3).And.OnlyContain(e => e.State == OutboxState.Superseded);
        emails.Where(e => e.Data.Length == 0).Should().ContainSingle().Which.ToAddress.Should().Be("admin@trust.example");
    }

    [Theory, EveryDatabase]
    public async Task A_code_goes_before_everything_that_waits(DatabaseKind kind)
    {
        await using var desk = await MailDesk.OpenAsync(kind);
        await desk.BookAsync(await desk.Trust.OfferAsync());
        await QueueAsync(desk);

        var first = await desk.Db.Run(scope => scope.GetRequiredService<IOutboxStore>().ClaimAsync(1, desk.Db.Clock.Now, default));

        first.Should().ContainSingle().Which.ToAddress.Should().Be("admin@trust.example");
    }

    /// <summary>For an administrator, who is in no list of people and works for no trust.</summary>
    private static Task QueueAsync(MailDesk desk) => desk.Db.Run(async scope =>
    {
        var db = scope.GetRequiredService<IChampionsDb>();
        var code = OneTimeCode.For(CodePurpose.SignIn, "admin@trust.example", new byte[32], new byte[32], desk.Db.Clock.Now);
        db.OneTimeCodes.Add(code);
        db.OutboxEmails.Add(scope.GetRequiredService<AccountEmails>().SignInCode(
            code, new AccountReader(code.Email, "Alex Morgan", null, null), Digits, Path));
        await db.SaveChangesAsync(default);
    });
}
