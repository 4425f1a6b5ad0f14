using Champions.Application.Outbox;
using Microsoft.AspNetCore.DataProtection;

namespace Champions.Infrastructure.Outbox;

/// <summary>Encrypts with the installation's data-protection keys, which every node has.</summary>
internal sealed class EmailSecrets(IDataProtectionProvider protection) : IEmailSecrets
{
    private readonly IDataProtector protector = protection.CreateProtector("Champions.EmailSecrets");

    public string Seal(string data) => protector.Protect(data);

    public string Open(string sealedData) => protector.Unprotect(sealedData);
}
