namespace Champions.Application.Entering;

/// <summary>
/// Hashes the six digits of a code. A million codes are tried in a moment, so the hash is keyed with a secret that is not in the
/// database: whoever reads the database alone cannot find the code.
/// </summary>
public interface ICodeHash
{
    /// <param name="normalisedEmail">Whom the code was sent to: the same digits of two people hash differently.</param>
    /// <param name="digits">As sent, without blanks.</param>
    byte[] Of(string normalisedEmail, string digits);
}
