namespace Champions.Application.Abstractions;

/// <summary>
/// Accounts before anybody is signed in, and those of administrators, who work for no trust. Whoever asks must have checked that the
/// person may: everything else goes through the filtered <see cref="IChampionsDb.Accounts"/>.
/// </summary>
public interface IAccountsOfAllTrusts
{
    /// <summary>Tracked, so that changes to them are saved.</summary>
    IQueryable<Account> Accounts { get; }

    /// <summary>Whether people may sign in for the account's trust: an administrator without one always may,
    /// somebody who has left never.</summary>
    Task<bool> MayEnterAsync(Account account, CancellationToken cancellationToken);
}
