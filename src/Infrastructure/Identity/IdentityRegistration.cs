using Champions.Application.Abstractions;
using Champions.Application.Entering;
using Champions.Infrastructure.AcrossTrusts;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Champions.Infrastructure.Identity;

internal static class IdentityRegistration
{
    /// <summary>Rounds of PBKDF2 with SHA-512, as OWASP recommends.</summary>
    private const int HashRounds = 210_000;

    public static void AddIdentity(this IServiceCollection services)
    {
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = HashRounds);
        services.AddSingleton<IPasswordHasher<Account>, PasswordHasher<Account>>();
        services.AddSingleton<IPasswords, Passwords>();
        services.AddSingleton<IAuthenticatorApps, AuthenticatorApps>();
        services.AddSingleton<AccountRights>();
        services.AddScoped<IAccountsOfAllTrusts, AccountsOfAllTrusts>();
        services.AddScoped<ISingleSignOnsOfAllTrusts, SingleSignOnsOfAllTrusts>();
        services.AddPasskeys();
        services.AddSingleton<ICodeHash, CodeHash>();
        services.AddScoped<IPeopleAtTheDoor, PeopleAtTheDoor>();
        services.AddScoped<IPeopleInReach, PeopleInReach>();
    }
}
