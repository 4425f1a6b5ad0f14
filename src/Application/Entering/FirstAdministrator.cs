using System.Security.Cryptography;

namespace Champions.Application.Entering;

/// <summary>
/// The code that whoever runs the program reads on its console, and types into the set-up page, while there is no administrator. Each
/// start of each node makes one; only its hash stays in memory.
/// </summary>
public sealed class FirstAdministrator
{
    private byte[]? codeHash;

    /// <summary>A new code in place of the one before.</summary>
    public string MakeCode()
    {
        var code = RecoveryCodes.MakeOne();
        Volatile.Write(ref codeHash, RecoveryCodes.HashOf(code));
        return code;
    }

    public bool IsCode(string typed) =>
        Volatile.Read(ref codeHash) is { } expected
        && RecoveryCodes.HashOf(typed) is { } hash
        && CryptographicOperations.FixedTimeEquals(expected, hash);

    /// <summary>There is an administrator now.</summary>
    public void Close() => Volatile.Write(ref codeHash, null);
}
