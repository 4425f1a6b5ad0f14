using System.Security.Cryptography;
using System.Text;
using Champions.Application.Outbox;

namespace Champions.Application.Tests.Outbox;

/// <summary>Seals so that nobody reads it by chance; the real one has tests of its own.</summary>
internal sealed class SampleSecrets : IEmailSecrets
{
    private const string Key = "sample/";

    public string Seal(string data) => Key + Convert.ToBase64String(Encoding.UTF8.GetBytes(data));

    public string Open(string sealedData) => sealedData.StartsWith(Key, StringComparison.Ordinal)
        ? Encoding.UTF8.GetString(Convert.FromBase64String(sealedData[Key.Length..]))
        : throw new CryptographicException("Sealed elsewhere.");
}
