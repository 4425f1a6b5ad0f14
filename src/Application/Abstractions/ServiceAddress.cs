namespace Champions.Application.Abstractions;

/// <summary>Where people reach the service: configuration key <c>PublicUrl</c>. Links in emails start with it, whoever asked.</summary>
/// <param name="PublicUrl">An absolute http or https address.</param>
public sealed record ServiceAddress(Uri PublicUrl)
{
    /// <param name="path">Starts with a slash.</param>
    public Uri Of(string path) => new(PublicUrl, path);
}
