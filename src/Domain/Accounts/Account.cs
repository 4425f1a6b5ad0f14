using Champions.Domain.Common;
using Champions.Domain.Staff;

namespace Champions.Domain.Accounts;

/// <summary>
/// How a person gets in, and the roles they hold. Champion is not among them: it follows from the champion's status.
/// </summary>
public sealed class Account : Aggregate<AccountId>
{
    /// <summary>Roles that nobody uses without a second factor.</summary>
    public const Roles NeedSecondFactor = Roles.Coordinator | Roles.Administrator;

    public const int RecoveryCodeCount = 10;

    /// <summary>The <see cref="SessionGeneration"/> of an account that was just opened.</summary>
    public const int FirstGeneration = 0;

    /// <summary>The account that the set-up page makes: there can only be one.</summary>
    public static readonly AccountId FirstAdministrator = new(new Guid("01900000-0000-7000-8000-000000000001"));

    /// <summary>Longest stored form of a password's hash, or of the authenticator's key.</summary>
    public const int SecretMax = 500;

    private readonly List<RecoveryCode> recoveryCodes = [];

    private Account()
    {
    }

    /// <summary>The one trust in which the roles hold; null for an administrator who works for no trust.</summary>
    public TrustId? TrustId { get; private set; }

    /// <summary>The person; null for an administrator who works for no trust.</summary>
    public StaffMemberId? StaffMemberId { get; private set; }

    /// <summary>What the page header calls the person.</summary>
    public string Name { get; private set; } = "";

    public string Email { get; private set; } = "";

    /// <summary>The form in which addresses are compared; unique in the installation.</summary>
    public string NormalisedEmail { get; private set; } = "";

    /// <summary>Without Champion.</summary>
    public Roles Roles { get; private set; }

    /// <summary>A disabled account is refused at its next request.</summary>
    public bool IsDisabled { get; private set; }

    /// <summary>Null for those who have set none.</summary>
    public string? PasswordHash { get; private set; }

    public DateTimeOffset? PasswordSetAt { get; private set; }

    /// <summary>Sessions of an older generation have ended: it grows when everybody who is in must leave.</summary>
    public int SessionGeneration { get; private set; }

    /// <summary>The key shared with an authenticator app, encrypted with the installation's keys; null without one.</summary>
    public string? AuthenticatorKey { get; private set; }

    /// <summary>The last time step, of 30 seconds since 1970, whose code was used: it and those before it are never taken again.</summary>
    public long AuthenticatorStep { get; private set; }

    /// <summary>Loaded only where they are used.</summary>
    public IReadOnlyList<RecoveryCode> RecoveryCodes => recoveryCodes;

    public bool HasAuthenticator => AuthenticatorKey is not null;

    public bool MustHaveSecondFactor => (Roles & NeedSecondFactor) != Roles.None;

    /// <summary>A password is all that stands before the account.</summary>
    public bool NeedsLongPassword => !HasAuthenticator && !MustHaveSecondFactor;

    public static Account Open(TrustId? trust, StaffMemberId? person, string name, string email, Roles roles, DateTimeOffset now) => new()
    {
        Id = Common.Id.New<AccountId>(now),
        TrustId = trust,
        StaffMemberId = person,
        Name = name,
        Email = email.Trim(),
        NormalisedEmail = Text.Normalise(email),
        Roles = roles,
    };

    /// <summary>The first account of an installation, which lets the others in.</summary>
    public static Result<Account> OpenFirst(string name, string email, DateTimeOffset now)
    {
        var tidyName = StaffMember.TidyName(name);
        return !tidyName.IsSuccess ? tidyName.Error : new Account
        {
            Id = FirstAdministrator,
            Name = tidyName.Value,
            Email = email.Trim(),
            NormalisedEmail = Text.Normalise(email),
            Roles = Roles.Administrator,
        };
    }

    /// <summary>An account for somebody who works for the trust.</summary>
    public static Account For(StaffMember person, Roles roles, DateTimeOffset now) =>
        Open(person.TrustId, person.Id, person.Name, person.Email, Roles.Staff | roles, now);

    public void Rename(string name) => Name = name;

    /// <summary>Sets the password. Everybody who is in under this account must come in again.</summary>
    public void SetPassword(string hash, DateTimeOffset now)
    {
        PasswordHash = hash;
        PasswordSetAt = now;
        EndSessions();
    }

    public void Disable()
    {
        if (!IsDisabled)
        {
            IsDisabled = true;
            EndSessions();
        }
    }

    public void Enable() => IsDisabled = false;

    /// <summary>Nobody comes in with this account again, and nothing in it tells whose it was.</summary>
    /// <param name="name">What stands in the place of the name.</param>
    /// <param name="email">An address that cannot be delivered to.</param>
    public void Anonymise(string name, string email)
    {
        Disable();
        (Name, Email, NormalisedEmail) = (name, email, Text.Normalise(email));
        (PasswordHash, PasswordSetAt, AuthenticatorKey, AuthenticatorStep) = (null, null, null, 0);
        recoveryCodes.Clear();
        Roles = Roles.Staff;
    }

    public void Grant(Roles role) => Roles |= role;

    public void Take(Roles role) => Roles &= ~role | Roles.Staff;

    /// <summary>Gives and takes so that of some roles the account holds the wanted ones; the others stay as they are.</summary>
    public void Hold(Roles wanted, Roles among)
    {
        Take(among & ~wanted);
        Grant(among & wanted);
    }

    /// <summary>The holder takes part in a change of another account: whoever changes this one at the same moment loses, or wins alone.</summary>
    public void Vouch() => Touch();

    /// <summary>Whoever is in under this account must come in again.</summary>
    public void EndSessions() => SessionGeneration++;

    /// <summary>Takes an authenticator app into use, in place of the one before, with fresh recovery codes.</summary>
    /// <param name="protectedKey">The app's key, encrypted.</param>
    /// <param name="step">The time step of the code that proved the app works.</param>
    /// <param name="codeHashes">Hashes of the recovery codes; earlier ones are void.</param>
    public void UseAuthenticator(string protectedKey, long step, IEnumerable<byte[]> codeHashes)
    {
        AuthenticatorKey = protectedKey;
        AuthenticatorStep = step;
        ReplaceRecoveryCodes(codeHashes);
    }

    public void ReplaceRecoveryCodes(IEnumerable<byte[]> codeHashes)
    {
        recoveryCodes.Clear();
        recoveryCodes.AddRange(codeHashes.Select(hash => new RecoveryCode(Id, hash)));
        Touch();
    }

    /// <summary>The account goes on without an authenticator app; whoever is in must come in again.</summary>
    public void RemoveAuthenticator()
    {
        AuthenticatorKey = null;
        AuthenticatorStep = 0;
        recoveryCodes.Clear();
        EndSessions();
    }

    /// <summary>Adds a passkey to those the account has. Who adds one at the same time must look again.</summary>
    /// <param name="has">How many there are.</param>
    public Result AddPasskey(int has)
    {
        if (has >= Passkey.Most)
        {
            return PasskeyErrors.Enough;
        }

        Touch();
        return Result.Success;
    }

    /// <summary>False when a code of this time step, or of a later one, was used before.</summary>
    public bool AcceptStep(long step)
    {
        if (step <= AuthenticatorStep)
        {
            return false;
        }

        AuthenticatorStep = step;
        return true;
    }

    /// <summary>False when there is no such code or it was used before.</summary>
    public bool UseRecoveryCode(byte[] hash, DateTimeOffset now)
    {
        var code = recoveryCodes.Find(c => c.Hash.AsSpan().SequenceEqual(hash));
        if (code is not { UsedAt: null })
        {
            return false;
        }

        code.Use(now);
        Touch();
        return true;
    }
}
