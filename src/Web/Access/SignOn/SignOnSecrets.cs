using Microsoft.AspNetCore.DataProtection;

namespace Champions.Web.Access.SignOn;

/// <summary>Client secrets of identity providers, which stand encrypted in the database.</summary>
public sealed class SignOnSecrets(IDataProtectionProvider protection)
{
    private readonly IDataProtector protector = protection.CreateProtector("SingleSignOn.ClientSecret");

    public string Close(string secret) => protector.Protect(secret);

    public string Open(string protectedSecret) => protector.Unprotect(protectedSecret);
}
