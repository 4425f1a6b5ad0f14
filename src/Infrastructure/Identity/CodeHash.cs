using System.Security.Cryptography;
using System.Text;
using Champions.Application.Entering;
using Champions.Infrastructure.Persistence;

namespace Champions.Infrastructure.Identity;

/// <summary>
/// HMAC-SHA256 with a key derived from the installation's key file (<c>Audit:KeyFile</c>), the one secret that every node has and the
/// database has not. Data-protection keys would not do: they are rows of the same database. Another file voids the codes of the last ten
/// minutes and nothing else.
/// </summary>
internal sealed class CodeHash(AuditKey installation) : ICodeHash
{
    private readonly Lazy<byte[]> key = new(() => installation.KeyFor("Champions.OneTimeCode"));

    public byte[] Of(string normalisedEmail, string digits) => HMACSHA256.HashData(key.Value, Encoding.UTF8.GetBytes($"{normalisedEmail}\n{digits}"));
}
