using System.Globalization;
using System.Security.Cryptography;
using Champions.Application.Abstractions;
using Champions.Application.Outbox;
using Champions.Domain.Common;

namespace Champions.Application.Entering;

/// <summary>Somebody wants to log in with a code sent to an address.</summary>
/// <param name="Email">As typed.</param>
/// <param name="ReturnUrl">A checked address of this site for after the log-in, or null; the link in the email carries it.</param>
/// <param name="Guesser">Who asks.</param>
public sealed record AskForCode(string Email, string? ReturnUrl, Guesser Guesser);

public sealed class AskForCodeHandler(
    IChampionsDb db, AddressBook book, MailLimit limit, AccountEmails emails, ICodeHash hashes, TimeProvider clock)
{
    /// <summary>
    /// The same work and the same answer for an address that nobody has: a code is made, sealed in an email and stored. Only the email of
    /// somebody who may come in is queued. Beyond the limit nothing is stored, and the answer is an id of nothing.
    /// </summary>
    public Task<Result<OneTimeCodeId>> HandleAsync(AskForCode command, CancellationToken cancellationToken) => db.RunAsync<OneTimeCodeId>(
        async ct =>
        {
            var now = clock.GetUtcNow();
            var owner = await book.FindAsync(command.Email, ct);

            var isKnownDevice = owner.Account is { } known && command.Guesser.DeviceOf(known.Id) is not null;

            // Before the transaction: the first seal of all makes the installation's key, which is a write of its own
            var (code, email) = Make(owner.Reader, command.ReturnUrl, now);
            return await db.InTransactionAsync(
                async inside =>
                {
                    if (!await limit.IsReachedAsync(code.NormalisedEmail, isKnownDevice, now, inside))
                    {
                        db.OneTimeCodes.Add(code);
                        if (owner.MayComeIn)
                        {
                            db.OutboxEmails.Add(email);
                        }

                        await db.SaveChangesAsync(inside);
                    }

                    return code.Id;
                },
                ct);
        },
        _ => null,
        cancellationToken);

    private (OneTimeCode Code, OutboxEmail Email) Make(AccountReader reader, string? returnUrl, DateTimeOffset now)
    {
        var digits = RandomNumberGenerator.GetInt32(1_000_000).ToString("D6", CultureInfo.InvariantCulture);
        var (token, linkHash) = OneTimeLink.New();
        var code = OneTimeCode.For(CodePurpose.SignIn, reader.Address, hashes.Of(Text.Normalise(reader.Address), digits), linkHash, now);
        var path = $"/sign-in/link/{token}{(returnUrl is null ? "" : $"?returnUrl={Uri.EscapeDataString(returnUrl)}")}";
        return (code, emails.SignInCode(code, reader, digits, path));
    }
}
