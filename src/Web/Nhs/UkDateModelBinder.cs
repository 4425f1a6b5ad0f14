using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Champions.Web.Nhs;

/// <summary>
/// Reads a date from three boxes (<c>X.Day</c>, <c>X.Month</c>, <c>X.Year</c>) or from an address (<c>X=2026-03-27</c>).
/// What was typed stays in model state as three texts, so that the page shows it again.
/// </summary>
internal sealed class UkDateModelBinder : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var key = bindingContext.ModelName;
        var values = bindingContext.ValueProvider;
        if (Typed(values, key) is not { } parts)
        {
            return Task.CompletedTask;
        }

        string[] raw = [parts.Day ?? "", parts.Month ?? "", parts.Year ?? ""];
        bindingContext.ModelState.SetModelValue(key, raw, string.Join(' ', raw));

        var metadata = bindingContext.ModelMetadata;
        if (parts.IsEmpty && metadata.IsReferenceOrNullableType)
        {
            // Whether the date is needed is for the page to say ([Required] with its words)
            bindingContext.Result = ModelBindingResult.Success(null);
            return Task.CompletedTask;
        }

        var (date, problem, _) = parts.Read(NameOf(metadata));
        if (problem is not null)
        {
            bindingContext.ModelState.TryAddModelError(key, problem);
            bindingContext.Result = ModelBindingResult.Failed();
            return Task.CompletedTask;
        }

        bindingContext.Result = ModelBindingResult.Success(date);
        return Task.CompletedTask;
    }

    private static DateParts? Typed(IValueProvider values, string key)
    {
        var day = values.GetValue(key + ".Day");
        var month = values.GetValue(key + ".Month");
        var year = values.GetValue(key + ".Year");
        if (day != ValueProviderResult.None || month != ValueProviderResult.None || year != ValueProviderResult.None)
        {
            return new DateParts(day.FirstValue, month.FirstValue, year.FirstValue);
        }

        var whole = values.GetValue(key).FirstValue;
        if (whole is null)
        {
            return null;
        }

        return DateOnly.TryParseExact(whole.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? DateParts.Of(date)
            : FromWords(whole);
    }

    // "27 3 2026" or "27/3/2026" in one box, or an address such as "2026-02-31" that names no day
    private static DateParts FromWords(string text)
    {
        var words = text.Split([' ', '/', '-', '.'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var (first, second, third) = (words.ElementAtOrDefault(0), words.ElementAtOrDefault(1), words.ElementAtOrDefault(2));
        return first is { Length: 4 } && first.All(char.IsAsciiDigit) ? new DateParts(third, second, first) : new DateParts(first, second, third);
    }

    /// <summary>"Start date" on the page is "start date" in a sentence; without a name it is "date".</summary>
    private static string NameOf(ModelMetadata metadata) =>
        metadata.DisplayName is { Length: > 0 } name ? char.ToLowerInvariant(name[0]) + name[1..] : "date";
}
