namespace Champions.Application.Abstractions;

/// <summary>
/// Identity providers before anybody is signed in, and for the administrator, who works for no trust. Whoever asks must have checked
/// that the person may.
/// </summary>
public interface ISingleSignOnsOfAllTrusts
{
    /// <summary>Tracked, so that changes to them are saved.</summary>
    IQueryable<SingleSignOn> SingleSignOns { get; }
}
