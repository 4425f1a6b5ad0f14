using Champions.Web.Nhs;
using Microsoft.Extensions.DependencyInjection;

namespace Champions.Web.Setup;

internal static class NhsPages
{
    /// <summary>Plain words for form errors, UK dates and times in forms, and the page for a form that has gone stale.</summary>
    public static IMvcBuilder AddNhsPages(this IMvcBuilder mvc) => mvc.AddMvcOptions(options =>
    {
        options.ModelBinderProviders.Insert(0, new UkModelBinderProvider());
        options.ModelMetadataDetailsProviders.Add(new PlainErrorWords());
        options.Filters.Add<StaleFormFilter>();
        options.Filters.Add<NulCharacterFilter>();

        var words = options.ModelBindingMessageProvider;
        words.SetAttemptedValueIsInvalidAccessor((_, name) => $"Check what you entered for {PlainErrorWords.InSentence(name)}");
        words.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => "Check what you entered");
        words.SetUnknownValueIsInvalidAccessor(name => $"Check what you entered for {PlainErrorWords.InSentence(name)}");
        words.SetNonPropertyUnknownValueIsInvalidAccessor(() => "Check what you entered");
        words.SetValueIsInvalidAccessor(_ => "Check what you entered");
        words.SetValueMustBeANumberAccessor(name => $"Enter {PlainErrorWords.InSentence(name)} as a number");
        words.SetNonPropertyValueMustBeANumberAccessor(() => "Enter a number");
        words.SetValueMustNotBeNullAccessor(_ => "Enter an answer");
        words.SetMissingBindRequiredValueAccessor(name => $"Enter {PlainErrorWords.InSentence(name)}");
        words.SetMissingKeyOrValueAccessor(() => "Enter an answer");
        words.SetMissingRequestBodyRequiredValueAccessor(() => "Enter an answer");
    });
}
