using Champions.Application.Abstractions;
using Champions.Application.Outbox;
using Champions.Domain.Common;
using Champions.Domain.Staff;
using Champions.Domain.Trusts;
using Microsoft.EntityFrameworkCore;

namespace Champions.Application.Entering;

/// <summary>
/// Tells who an address belongs to by what the database says now: an account, somebody in the list of people, or a trust whose domain
/// it has. It asks the same questions whoever it is, so that its answer takes the same time for a stranger.
/// </summary>
public sealed class AddressBook(IChampionsDb db, IAccountsOfAllTrusts accounts, IPeopleAtTheDoor door)
{
    public async Task<AddressOwner> FindAsync(string address, CancellationToken cancellationToken)
    {
        var normalised = Text.Normalise(address);
        var domain = address[(address.LastIndexOf('@') + 1)..].Trim().ToLowerInvariant();
        var account = await accounts.Accounts.FirstOrDefaultAsync(a => a.NormalisedEmail == normalised, cancellationToken);
        var person = await door.People.FirstOrDefaultAsync(p => p.NormalisedEmail == normalised, cancellationToken);
        var own = account?.TrustId ?? person?.TrustId;
        var trust = await db.Trusts.AsNoTracking().FirstOrDefaultAsync(
            t => t.UsesChampions && (own == null ? t.Domains.Any(d => d.Domain == domain) : t.Id == own), cancellationToken);
        return new AddressOwner(account, person, trust, address.Trim());
    }

    /// <summary>
    /// For somebody who has just shown that they read the emails of the address: their account, opened with this save when they are in the
    /// list of people without one; no account at all for a new colleague, who is asked who they are.
    /// </summary>
    public async Task<Result<ProvedAddress>> AdmitAsync(string address, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var owner = await FindAsync(address, cancellationToken);
        if (!owner.MayComeIn)
        {
            return EnteringErrors.NotOpen;
        }

        var account = owner.Account;
        if (account is null && owner.Person is { } person)
        {
            account = Account.For(person, Roles.None, now);
            db.Accounts.Add(account);
        }

        return new ProvedAddress(owner.Reader.Address, account?.Id, account?.SessionGeneration ?? 0);
    }
}

/// <param name="Account">Open or disabled.</param>
/// <param name="Person">In the list of people of a trust.</param>
/// <param name="Trust">Theirs, or the one whose domain the address has; null unless it uses Champions.</param>
/// <param name="Typed">The address as it was asked for.</param>
public sealed record AddressOwner(Account? Account, StaffMember? Person, Trust? Trust, string Typed)
{
    public bool MayComeIn => this switch
    {
        { Account: { } account } => !account.IsDisabled && (account.TrustId is null || Trust is not null),
        { Person: { } person } => person.LeftOn is null && Trust is not null,
        _ => Trust is not null && EmailAddress.IsUsable(Typed),
    };

    /// <summary>
    /// Emails go to the address that we have on file, never to the one that was typed: a letter that looks or compares like another must not
    /// send somebody's code elsewhere.
    /// </summary>
    public AccountReader Reader => this switch
    {
        { Account: { } account } => AccountReader.Of(account),
        { Person: { } person } => new AccountReader(person.Email, person.Name, person.TrustId, person.Id),
        _ => new AccountReader(Typed, "", Trust?.Id, null),
    };
}

/// <summary>An address whose emails somebody has shown that they read.</summary>
/// <param name="Address">As we have it on file, or as it was typed by somebody new.</param>
/// <param name="AccountId">Null for somebody new.</param>
/// <param name="Generation">The account's generation of sessions at that moment; 0 for somebody new.</param>
public sealed record ProvedAddress(string Address, AccountId? AccountId, int Generation = 0);
