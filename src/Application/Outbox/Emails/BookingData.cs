namespace Champions.Application.Outbox.Emails;

/// <summary>What an email about a booking says, as it was when the email was queued.</summary>
internal sealed record BookingData
{
    public required Guid BookingId { get; init; }

    public required int Sequence { get; init; }

    public required string Trust { get; init; }

    public required string Booker { get; init; }

    public required string BookerAddress { get; init; }

    public required string Champion { get; init; }

    public required string ChampionAddress { get; init; }

    public required DateTimeOffset StartsAt { get; init; }

    public required int Minutes { get; init; }

    public required string Where { get; init; }

    public string? System { get; init; }

    public string? Topic { get; init; }

    public string? Note { get; init; }

    /// <summary>The reader is the champion; else the booker.</summary>
    public bool ToChampion { get; init; }

    /// <summary>Who moved or cancelled it, with their part; null when nobody in particular did.</summary>
    public string? By { get; init; }

    /// <summary>It was the reader who did.</summary>
    public bool ByReader { get; init; }

    /// <summary>Why it was cancelled, as typed.</summary>
    public string? Reason { get; init; }

    /// <summary>What a moved booking was before.</summary>
    public FormerTime? Before { get; init; }

    /// <summary>The booking lives on with another champion: to the reader, the former one, it is cancelled.</summary>
    public bool WentToOther { get; init; }
}

/// <summary>The time a booking had before it moved.</summary>
internal sealed record FormerTime(DateTimeOffset StartsAt, int Minutes, string Where, string Champion);
