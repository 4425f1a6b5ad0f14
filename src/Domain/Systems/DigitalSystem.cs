using Champions.Domain.Common;

namespace Champions.Domain.Systems;

/// <summary>An entry of a trust's system catalogue, for example its electronic patient record.</summary>
public sealed class DigitalSystem : Aggregate<DigitalSystemId>, ITrustOwned
{
    public const int NameMax = 60;

    private DigitalSystem()
    {
    }

    public TrustId TrustId { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>The form in which names are compared; unique in the trust.</summary>
    public string NormalisedName { get; private set; } = "";

    public static Result<DigitalSystem> Add(TrustId trust, string name, DateTimeOffset now) =>
        Text.Tidy(name) is not { Length: <= NameMax } tidy
            ? Error.Invalid("DigitalSystem.Name", $"Enter a system name of up to {NameMax} characters.")
            : FreeText.Check(tidy, NameMax, "The name") is { } error ? error
            : new DigitalSystem { Id = Common.Id.New<DigitalSystemId>(now), TrustId = trust, Name = tidy, NormalisedName = Text.Normalise(tidy) };
}
