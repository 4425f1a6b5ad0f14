namespace Champions.Application.Abstractions;

/// <summary>Authenticator apps: their keys, which are encrypted wherever they are kept, and the codes they show.</summary>
public interface IAuthenticatorApps
{
    /// <summary>A new key for the person to put into their app. Nothing is stored until a code proves that they did.</summary>
    AuthenticatorOffer Offer(AccountId account, string email);

    /// <summary>The same offer again, after a wrong code. Null when it was made for somebody else, or too long ago.</summary>
    AuthenticatorOffer? Reopen(AccountId account, string email, string sealedKey);

    /// <summary>The key of an offer as it is stored, with the time step of the code. Null when the code is not one of this key.</summary>
    (string StoredKey, long Step)? Confirm(AccountId account, string sealedKey, string code);

    /// <summary>The time step whose code this is: the present one, the one before or the one after. Null for none.</summary>
    long? StepOf(AccountId account, string storedKey, string code);
}

/// <param name="Sealed">The key, encrypted, for a hidden field of the form.</param>
/// <param name="Key">The key to type, in groups of four.</param>
/// <param name="Address">What the picture says to the app.</param>
public sealed record AuthenticatorOffer(string Sealed, string Key, string Address);
