using Champions.Application.Abstractions;
using Champions.Domain.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Champions.Application.Tests.Accounts;

internal static class OnlyAccount
{
    /// <summary>Changes the one account there is.</summary>
    public static Task<int> ChangeAccountAsync(this TestDatabase db, Action<Account> change) => db.Run(async scope =>
    {
        var all = scope.GetRequiredService<IChampionsDb>();
        change(await scope.GetRequiredService<IAccountsOfAllTrusts>().Accounts.Include(a => a.RecoveryCodes).SingleAsync());
        return await all.SaveChangesAsync(default);
    });
}
