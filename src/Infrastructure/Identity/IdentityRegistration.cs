using Champions.Application.Abstractions;
using Champions.Infrastructure.AcrossTrusts;
using Champions.Infrastructure.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Champions.Infrastructure.Identity;

internal static class IdentityRegistration
{
    /// <summary>Rounds of PBKDF2 with SHA-512, as OWASP recommends.</summary>
    private const int HashRounds = 210_000;

    public static void AddIdentity(this IServiceCollection services)
    {
        services.AddIdentityCore<Account>(options =>
            {
                options.Password.RequiredLength = 12;
                options.Password.RequireDigit = false;
                options.Password.RequireLowercase = false;
                options.Password.RequireUppercase = false;
                options.Password.RequireNonAlphanumeric = false;
                options.Password.RequiredUniqueChars = 4;
                options.User.RequireUniqueEmail = false;
                options.User.AllowedUserNameCharacters = "";
            })
            .AddUserStore<AccountStore>();
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = HashRounds);
        services.AddSingleton<AccountRights>();
        services.AddScoped<IAccounts, Accounts>();
    }

    /// <summary>ASP.NET Core Identity's own store; only the accounts table is used of it.</summary>
    internal sealed class AccountStore(ChampionsDbContext context, IdentityErrorDescriber? describer = null)
        : UserOnlyStore<Account, ChampionsDbContext, Guid>(context, describer);
}
