using System.Buffers.Binary;
using System.Formats.Cbor;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;

namespace Champions.TestSupport.Passkeys;

/// <summary>
/// A browser and a device with one passkey (ES256), which does as the standard says unless a test makes it lie. It answers with what
/// the script of the site would put into the form.
/// </summary>
public sealed class SoftwareAuthenticator : IDisposable
{
    private const byte PersonPresent = 0x01;
    private const byte PersonVerified = 0x04;
    private const byte BackupEligible = 0x08;
    private const byte BackedUp = 0x10;
    private const byte HasCredential = 0x40;

    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public byte[] CredentialId { get; set; } = RandomNumberGenerator.GetBytes(32);

    /// <summary>Where the browser says it is.</summary>
    public string Origin { get; set; } = TestSettings.PublicUrl;

    /// <summary>The site the device signs for; null for the one it was asked for.</summary>
    public string? Site { get; set; }

    /// <summary>Whether the device asked for a finger, a face or a PIN.</summary>
    public bool VerifiesPerson { get; set; } = true;

    /// <summary>Whether the page was inside another site's.</summary>
    public bool IsFramed { get; set; }

    /// <summary>Uses so far; null for a device that does not count, such as a phone that copies its passkeys.</summary>
    public uint? Uses { get; set; } = 0;

    /// <summary>Who the device says its person is; it learns this when the passkey is made.</summary>
    public string? Person { get; set; }

    /// <summary>Makes the passkey.</summary>
    /// <param name="options">As the site gives them.</param>
    public string Make(string options)
    {
        var asked = JsonNode.Parse(options)!;
        Person = asked["user"]!["id"]!.GetValue<string>();
        var client = ClientData("webauthn.create", asked);
        var statement = new CborWriter();
        statement.WriteStartMap(3);
        statement.WriteTextString("fmt");
        statement.WriteTextString("none");
        statement.WriteTextString("attStmt");
        statement.WriteStartMap(0);
        statement.WriteEndMap();
        statement.WriteTextString("authData");
        statement.WriteByteString([.. AuthenticatorData(asked["rp"]!["id"]!.GetValue<string>(), HasCredential), .. Credential()]);
        statement.WriteEndMap();
        return Answer(new JsonObject
        {
            ["clientDataJSON"] = Encode(client),
            ["attestationObject"] = Encode(statement.Encode()),
            ["transports"] = new JsonArray("internal", "hybrid", "a transport of tomorrow"),
        });
    }

    /// <summary>Signs with the passkey.</summary>
    /// <param name="options">As the site gives them.</param>
    public string Use(string options)
    {
        var asked = JsonNode.Parse(options)!;
        Uses++;
        var client = ClientData("webauthn.get", asked);
        var data = AuthenticatorData(asked["rpId"]!.GetValue<string>(), 0);
        var signature = key.SignData([.. data, .. SHA256.HashData(client)], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return Answer(new JsonObject
        {
            ["clientDataJSON"] = Encode(client),
            ["authenticatorData"] = Encode(data),
            ["signature"] = Encode(signature),
            ["userHandle"] = Person,
        });
    }

    public void Dispose() => key.Dispose();

    private string Answer(JsonObject response) => new JsonObject
    {
        ["id"] = Encode(CredentialId),
        ["rawId"] = Encode(CredentialId),
        ["type"] = "public-key",
        ["authenticatorAttachment"] = "platform",
        ["clientExtensionResults"] = new JsonObject(),
        ["response"] = response,
    }.ToJsonString();

    private byte[] ClientData(string type, JsonNode asked) => JsonSerializer.SerializeToUtf8Bytes(new JsonObject
    {
        ["type"] = type,
        ["challenge"] = asked["challenge"]!.GetValue<string>(),
        ["origin"] = Origin,
        ["crossOrigin"] = IsFramed,
    });

    private byte[] AuthenticatorData(string site, byte more)
    {
        var backup = Uses is null ? BackupEligible | BackedUp : 0;
        var flags = (byte)(PersonPresent | (VerifiesPerson ? PersonVerified : 0) | backup | more);
        var count = new byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32BigEndian(count, Uses ?? 0);
        return [.. SHA256.HashData(Encoding.UTF8.GetBytes(Site ?? site)), flags, .. count];
    }

    /// <summary>Make of the device (none), id and public key.</summary>
    private byte[] Credential()
    {
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        var cose = new CborWriter();
        cose.WriteStartMap(5);
        Pair(cose, 1, 2);
        Pair(cose, 3, -7);
        Pair(cose, -1, 1);
        cose.WriteInt32(-2);
        cose.WriteByteString(point.X!);
        cose.WriteInt32(-3);
        cose.WriteByteString(point.Y!);
        cose.WriteEndMap();
        var length = new byte[sizeof(ushort)];
        BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)CredentialId.Length);
        return [.. new byte[16], .. length, .. CredentialId, .. cose.Encode()];
    }

    private static void Pair(CborWriter map, int label, int value)
    {
        map.WriteInt32(label);
        map.WriteInt32(value);
    }

    private static string Encode(byte[] bytes) => WebEncoders.Base64UrlEncode(bytes);
}
