using Champions.Domain.Common;

namespace Champions.Application.Abstractions;

/// <summary>The accounts people sign in with.</summary>
public interface IAccounts
{
    /// <summary>Makes an account. Fails with a plain message when the address is taken or the password is too weak.</summary>
    /// <param name="account">Address, name, password, roles.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    Task<Result<Guid>> CreateAsync(NewAccount account, CancellationToken cancellationToken);

    /// <summary>Checks address and password. An unknown address takes as long as a wrong password and gives the same null.</summary>
    Task<SignedInAccount?> CheckPasswordAsync(string email, string password, CancellationToken cancellationToken);

    /// <summary>Gives each account the same password with one hash; for the demo only.</summary>
    Task<IReadOnlyList<Guid>> CreateAllAsync(IReadOnlyList<NewAccount> accounts, string password, CancellationToken cancellationToken);

    /// <summary>The account of an address without asking for a password; for the demo's one-click buttons only.</summary>
    Task<SignedInAccount?> FindAsync(string email, CancellationToken cancellationToken);
}

/// <param name="Email">Work address; also the name to sign in with.</param>
/// <param name="DisplayName">Name in the page header.</param>
/// <param name="Password">12 characters or more; null for an account that cannot sign in by password yet.</param>
/// <param name="Roles">Roles held, without Champion, which follows from the champion's status.</param>
/// <param name="StaffMemberId">The person; null for an administrator without a trust.</param>
public sealed record NewAccount(string Email, string DisplayName, string? Password, Roles Roles, StaffMemberId? StaffMemberId);

/// <param name="AccountId">Goes into the cookie.</param>
/// <param name="SecurityStamp">Goes into the cookie; a changed stamp ends the session.</param>
public sealed record SignedInAccount(Guid AccountId, string SecurityStamp);
