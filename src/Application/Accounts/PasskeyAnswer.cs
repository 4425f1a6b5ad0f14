using System.Security.Cryptography;
using System.Text;

namespace Champions.Application.Accounts;

/// <summary>What a browser is asked.</summary>
/// <param name="Options">JSON for the browser.</param>
/// <param name="State">What the check of the answer needs, with the random challenge. Not for the browser to read.</param>
public sealed record PasskeyQuestion(string Options, string State)
{
    /// <summary>How long it may be answered.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(5);
}

/// <summary>What it answers.</summary>
/// <param name="Credential">JSON from the browser, not to be trusted.</param>
/// <param name="State">Of the question.</param>
public sealed record PasskeyAnswer(string Credential, string State)
{
    /// <summary>Longest credential that is read: with a chain of certificates they are some kilobytes long.</summary>
    public const int CredentialMax = 20_000;

    /// <summary>To be stored with whatever the answer brings about: the same answer is then refused.</summary>
    public OneTimeCode UsedUp(DateTimeOffset now) =>
        OneTimeCode.UsedUp(CodePurpose.PasskeyAnswer, SHA256.HashData(Encoding.UTF8.GetBytes(State)), PasskeyQuestion.Life, now);
}

/// <summary>A passkey signed as it was asked to.</summary>
/// <param name="AccountId">Whose it is.</param>
/// <param name="CredentialId">Which one.</param>
/// <param name="SignCount">What its device counts now.</param>
/// <param name="IsBackedUp">Whether a copy is kept elsewhere now.</param>
public sealed record SignedByPasskey(AccountId AccountId, byte[] CredentialId, long SignCount, bool IsBackedUp);
