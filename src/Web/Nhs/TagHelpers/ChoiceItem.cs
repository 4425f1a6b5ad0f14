using Microsoft.AspNetCore.Html;

namespace Champions.Web.Nhs;

/// <summary>One radio or checkbox, or the word between two of them.</summary>
internal sealed record ChoiceItem
{
    public string Value { get; init; } = "";

    public string Label { get; init; } = "";

    public string? Hint { get; init; }

    public string? Name { get; init; }

    public bool? Checked { get; init; }

    public bool Disabled { get; init; }

    public bool Exclusive { get; init; }

    public string? Divider { get; init; }

    public IHtmlContent? Conditional { get; init; }
}
