using Champions.Application.Abstractions;
using Champions.Application.Accounts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Champions.Infrastructure.Identity;

/// <summary>ASP.NET Core Identity's passkey handler over our accounts.</summary>
internal sealed class Passkeys(IPasskeyHandler<Account> handler, IAccountsOfAllTrusts accounts) : IPasskeys
{
    /// <summary>The handler would take site and origin from the request; ours come from the settings (see <see cref="PasskeyRules"/>).</summary>
    private static readonly HttpContext NoRequest = new DefaultHttpContext();

    public async Task<PasskeyQuestion> AskForNewAsync(AccountId owner, CancellationToken cancellationToken)
    {
        var account = await accounts.Accounts.AsNoTracking().FirstAsync(a => a.Id == owner, cancellationToken);
        var person = new PasskeyUserEntity { Id = PasskeyStore.HandleOf(account.Id), Name = account.Email, DisplayName = account.Name };
        var asked = await handler.MakeCreationOptionsAsync(person, NoRequest);
        return new PasskeyQuestion(asked.CreationOptionsJson, asked.AttestationState!);
    }

    public async Task<PasskeyQuestion> AskAsync(AccountId? owner, CancellationToken cancellationToken)
    {
        var account = owner is { } id ? await accounts.Accounts.AsNoTracking().FirstAsync(a => a.Id == id, cancellationToken) : null;
        var asked = await handler.MakeRequestOptionsAsync(account, NoRequest);
        return new PasskeyQuestion(asked.RequestOptionsJson, asked.AssertionState!);
    }

    public async Task<Passkey?> CheckNewAsync(PasskeyAnswer answer, DateTimeOffset now)
    {
        var checkedAnswer = await handler.PerformAttestationAsync(new PasskeyAttestationContext
        {
            HttpContext = NoRequest,
            CredentialJson = answer.Credential,
            AttestationState = answer.State,
        });
        if (!checkedAnswer.Succeeded)
        {
            return null;
        }

        var made = checkedAnswer.Passkey;
        return new Passkey(new AccountId(Guid.ParseExact(checkedAnswer.UserEntity.Id, "N")), made.CredentialId, name: "", now)
        {
            PublicKey = made.PublicKey,
            SignCount = made.SignCount,
            Transports = PasskeyRules.KnownTransports(made.Transports),
            IsUserVerified = made.IsUserVerified,
            IsBackupEligible = made.IsBackupEligible,
            IsBackedUp = made.IsBackedUp,
            AttestationObject = made.AttestationObject,
            ClientDataJson = made.ClientDataJson,
        };
    }

    public async Task<SignedByPasskey?> CheckAsync(PasskeyAnswer answer)
    {
        var checkedAnswer = await handler.PerformAssertionAsync(new PasskeyAssertionContext
        {
            HttpContext = NoRequest,
            CredentialJson = answer.Credential,
            AssertionState = answer.State,
        });
        return checkedAnswer.Succeeded
            ? new SignedByPasskey(checkedAnswer.User.Id, checkedAnswer.Passkey.CredentialId, checkedAnswer.Passkey.SignCount, checkedAnswer.Passkey.IsBackedUp)
            : null;
    }
}
