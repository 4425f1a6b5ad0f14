using System.Security.Cryptography;
using System.Text;

namespace Champions.Application.Entering;

/// <summary>Codes to be read from paper: how they are made, read and kept.</summary>
public static class RecoveryCodes
{
    /// <summary>32 letters and digits, so that each character is five bits; none of them look alike.</summary>
    private const string Alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private const int Length = 24;
    private const int Group = 4;

    /// <summary>120 random bits each, such as <c>ABCD-EFGH-JKLM-NPQR-STUV-WXYZ</c>: too many to be tried out, whoever reads the hash.</summary>
    public static IReadOnlyList<string> Make(int count) => [.. Enumerable.Range(0, count).Select(_ => MakeOne())];

    public static string MakeOne() =>
        string.Join('-', RandomNumberGenerator.GetString(Alphabet, Length).Chunk(Group).Select(part => new string(part)));

    /// <summary>The same for a code with blanks, dashes and small letters; null when it is no such code.</summary>
    public static byte[]? HashOf(string typed)
    {
        var plain = string.Concat(typed.Where(c => !char.IsWhiteSpace(c) && c != '-')).ToUpperInvariant();
        return plain.Length == Length && plain.All(Alphabet.Contains) ? SHA256.HashData(Encoding.ASCII.GetBytes(plain)) : null;
    }
}
