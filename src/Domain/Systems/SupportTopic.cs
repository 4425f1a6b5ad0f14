using Champions.Domain.Common;

namespace Champions.Domain.Systems;

/// <summary>What people ask about, as a trust lists it on the log form.</summary>
public sealed class SupportTopic : Aggregate<SupportTopicId>, ITrustOwned
{
    public const int NameMax = 60;

    private SupportTopic()
    {
    }

    public TrustId TrustId { get; private set; }

    public string Name { get; private set; } = "";

    public string NormalisedName { get; private set; } = "";

    /// <summary>Place in the list, from 1.</summary>
    public int Position { get; private set; }

    public static Result<SupportTopic> Add(TrustId trust, string name, int position, DateTimeOffset now) =>
        Text.Tidy(name) is not { Length: <= NameMax } tidy
            ? Error.Invalid("SupportTopic.Name", $"Enter a topic of up to {NameMax} characters.")
            : FreeText.Check(tidy, NameMax, "The topic") is { } error ? error
            : new SupportTopic
            {
                Id = Common.Id.New<SupportTopicId>(now),
                TrustId = trust,
                Name = tidy,
                NormalisedName = Text.Normalise(tidy),
                Position = position,
            };
}
