using Champions.Application.Abstractions;
using Champions.Application.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Champions.Infrastructure.Identity;

/// <summary>What a passkey of ours must be like.</summary>
internal static class PasskeyRules
{
    private const int ChallengeBytes = 32;

    /// <summary>Those that the standard names; a browser may send any words.</summary>
    private static readonly string[] Transports = ["ble", "hybrid", "internal", "nfc", "smart-card", "usb"];

    public static void AddPasskeys(this IServiceCollection services)
    {
        services.AddIdentityCore<Account>().AddUserStore<PasskeyStore>();
        services.AddScoped<IPasskeyHandler<Account>, PasskeyHandler<Account>>();
        services.AddScoped<IPasskeys, Passkeys>();
        services.AddOptions<IdentityPasskeyOptions>().Configure<ServiceAddress>((options, address) =>
        {
            // Site and origin are those of the settings, whatever a request says it was sent to
            options.ServerDomain = address.PublicUrl.IdnHost;
            options.ValidateOrigin = context => ValueTask.FromResult(!context.CrossOrigin && IsOurs(context.Origin, address));
            options.AuthenticatorTimeout = PasskeyQuestion.Life;
            options.ChallengeSize = ChallengeBytes;

            // The device must have asked for a finger, a face or a PIN: then a passkey is two factors at once
            options.UserVerificationRequirement = "required";

            // Kept on the device, so that nobody has to type an address first
            options.ResidentKeyRequirement = "required";

            // Which make of device it is does not matter, so nothing that tells people's devices apart is asked for
            options.AttestationConveyancePreference = "none";
        });
    }

    public static string KnownTransports(IEnumerable<string>? named) => string.Join(',', Transports.Intersect(named ?? [], StringComparer.Ordinal));

    private static bool IsOurs(string origin, ServiceAddress address) =>
        string.Equals(origin, address.PublicUrl.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal);
}
