using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Champions.Infrastructure.Persistence;

/// <summary>
/// Encrypts data-protection keys on their way into the database (AES-256-GCM, with a key derived from the file of <see cref="AuditKeyFile"/>):
/// whoever reads the database or a backup of it can neither make cookies nor read what is encrypted in other columns.
/// </summary>
internal sealed class KeysSealed(AuditKey outside) : IXmlEncryptor, IConfigureOptions<KeyManagementOptions>
{
    private const string Purpose = "data-protection keys";
    private static readonly XName Element = "sealedByFile";

    public void Configure(KeyManagementOptions options) => options.XmlEncryptor = this;

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var plain = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        var bytes = new byte[AesGcm.NonceByteSizes.MaxSize + AesGcm.TagByteSizes.MaxSize + plain.Length];
        var parts = new Parts(bytes);
        RandomNumberGenerator.Fill(parts.Nonce);
        using var aes = new AesGcm(outside.KeyFor(Purpose), parts.Tag.Length);
        aes.Encrypt(parts.Nonce, plain, parts.Cipher, parts.Tag);
        CryptographicOperations.ZeroMemory(plain);
        return new EncryptedXmlInfo(new XElement(Element, Convert.ToBase64String(bytes)), typeof(Opener));
    }

    /// <summary>Made by the framework from the name of its type, which stands beside each encrypted key.</summary>
    internal sealed class Opener(IServiceProvider services) : IXmlDecryptor
    {
        public XElement Decrypt(XElement encryptedElement)
        {
            var parts = new Parts(Convert.FromBase64String(encryptedElement.Value));
            var plain = new byte[parts.Cipher.Length];
            using var aes = new AesGcm(services.GetRequiredService<AuditKey>().KeyFor(Purpose), parts.Tag.Length);
            aes.Decrypt(parts.Nonce, parts.Cipher, parts.Tag, plain);
            return XElement.Parse(Encoding.UTF8.GetString(plain));
        }
    }

    /// <summary>The three things, one after the other, in one value.</summary>
    private readonly ref struct Parts(Span<byte> bytes)
    {
        public Span<byte> Nonce { get; } = bytes[..AesGcm.NonceByteSizes.MaxSize];

        public Span<byte> Tag { get; } = bytes.Slice(AesGcm.NonceByteSizes.MaxSize, AesGcm.TagByteSizes.MaxSize);

        public Span<byte> Cipher { get; } = bytes[(AesGcm.NonceByteSizes.MaxSize + AesGcm.TagByteSizes.MaxSize)..];
    }
}
