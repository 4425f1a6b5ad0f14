using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace Champions.Web.Nhs;

/// <summary>Plain words for validation attributes that a page gave no words of its own.</summary>
internal sealed class PlainErrorWords : IValidationMetadataProvider
{
    public void CreateValidationMetadata(ValidationMetadataProviderContext context)
    {
        var display = context.Attributes.OfType<DisplayAttribute>().FirstOrDefault()?.GetName();
        var name = display ?? context.Key.Name ?? "answer";
        foreach (var attribute in context.ValidationMetadata.ValidatorMetadata.OfType<ValidationAttribute>())
        {
            if (attribute.ErrorMessage is not null || attribute.ErrorMessageResourceName is not null)
            {
                continue;
            }

            attribute.ErrorMessage = Words(attribute, name) ?? attribute.ErrorMessage;
        }
    }

    /// <summary>"Start date" and "StartDate" are "start date" inside a sentence.</summary>
    public static string InSentence(string name)
    {
        var words = string.Concat(name.Select((letter, index) => index > 0 && char.IsUpper(letter) && char.IsLower(name[index - 1])
            ? " " + char.ToLowerInvariant(letter)
            : letter.ToString()));
        return words.Length > 1 && char.IsUpper(words[0]) && !char.IsUpper(words[1]) ? char.ToLowerInvariant(words[0]) + words[1..] : words;
    }

    private static string? Words(ValidationAttribute attribute, string name)
    {
        var inner = InSentence(name);
        var start = char.ToUpperInvariant(inner[0]) + inner[1..];
        return attribute switch
        {
            RequiredAttribute => $"Enter {inner}",
            StringLengthAttribute { MinimumLength: > 0 } length => $"{start} must be {length.MinimumLength} to {length.MaximumLength} characters",
            StringLengthAttribute length => $"{start} must be {length.MaximumLength} characters or fewer",
            MaxLengthAttribute length => $"{start} must be {length.Length} characters or fewer",
            RangeAttribute range => $"{start} must be between {range.Minimum} and {range.Maximum}",
            EmailAddressAttribute => "Enter an email address in the correct format, such as name@example.org",
            _ => null
        };
    }
}
