using Champions.Domain.Common;

namespace Champions.Domain.Accounts;

/// <summary>An identity provider (OpenID Connect) that a trust's people may sign in with, for example Entra ID or NHS Care Identity.</summary>
public sealed class SingleSignOn : Aggregate<SingleSignOnId>, ITrustOwned
{
    public const int NameMax = 60;
    public const int IssuerMax = 300;
    public const int ClientIdMax = 200;
    public const int SecretMax = 2000;
    public const int AcrMax = 200;

    private SingleSignOn()
    {
    }

    public TrustId TrustId { get; private init; }

    /// <summary>What the button says, for example "University Hospitals account".</summary>
    public string Name { get; private set; } = "";

    /// <summary>Address under which the provider publishes its configuration; also the issuer its tokens must name.</summary>
    public string Issuer { get; private set; } = "";

    public string ClientId { get; private set; } = "";

    /// <summary>Encrypted with the installation's keys; null for a public client.</summary>
    public string? ProtectedSecret { get; private set; }

    /// <summary>The authentication context that tokens must name; null when any will do.</summary>
    public string? RequiredAcr { get; private set; }

    /// <summary>The provider asks for a second factor itself, so we need not.</summary>
    public bool GivesSecondFactor { get; private set; }

    public bool IsEnabled { get; private set; }

    public static Result<SingleSignOn> SetUp(TrustId trust, SingleSignOnSettings settings, DateTimeOffset now)
    {
        if (Check(settings) is { } error)
        {
            return error;
        }

        var made = new SingleSignOn { Id = Common.Id.New<SingleSignOnId>(now), TrustId = trust, IsEnabled = true };
        made.Take(settings);
        return made;
    }

    public Result Change(SingleSignOnSettings settings)
    {
        if (Check(settings) is { } error)
        {
            return error;
        }

        Take(settings);
        return Result.Success;
    }

    /// <summary>It stands as the settings say already, and no other secret is entered.</summary>
    public bool StandsAs(SingleSignOnSettings settings) =>
        settings == new SingleSignOnSettings(Name, Issuer, ClientId, ProtectedSecret: null, RequiredAcr, GivesSecondFactor);

    public void Enable(bool on) => IsEnabled = on;

    /// <summary>Whether tokens may come from this address: over TLS, or from this very machine.</summary>
    public static bool IsUsableIssuer(string? typed) =>
        typed is { Length: <= IssuerMax } && Uri.TryCreate(typed, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
        && address is { UserInfo: "", Query: "", Fragment: "" };

    private static Error? Check(SingleSignOnSettings settings) => settings switch
    {
        { Name: not { Length: > 0 and <= NameMax } } => SingleSignOnErrors.NameNotUsable,
        _ when !IsUsableIssuer(settings.Issuer) => SingleSignOnErrors.IssuerNotUsable,
        { ClientId: not { Length: > 0 and <= ClientIdMax } } => SingleSignOnErrors.ClientIdNotUsable,
        { RequiredAcr.Length: > AcrMax } => SingleSignOnErrors.AcrTooLong,
        _ => FreeText.Check(settings.Name, NameMax, "The name"),
    };

    private void Take(SingleSignOnSettings settings)
    {
        Name = settings.Name;
        Issuer = settings.Issuer;
        ClientId = settings.ClientId;
        ProtectedSecret = settings.ProtectedSecret ?? ProtectedSecret;
        RequiredAcr = settings.RequiredAcr;
        GivesSecondFactor = settings.GivesSecondFactor;
    }
}

/// <param name="Name">See <see cref="SingleSignOn.Name"/>.</param>
/// <param name="Issuer">An https address.</param>
/// <param name="ClientId">Given by the provider.</param>
/// <param name="ProtectedSecret">Encrypted; null keeps the one there is.</param>
/// <param name="RequiredAcr">Null when any will do.</param>
/// <param name="GivesSecondFactor">See <see cref="SingleSignOn.GivesSecondFactor"/>.</param>
public sealed record SingleSignOnSettings(
    string Name, string Issuer, string ClientId, string? ProtectedSecret, string? RequiredAcr, bool GivesSecondFactor);
