using Champions.Application.Time;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Champions.Web.Nhs;

/// <summary>Reads a time of day as people write it: 2:15pm, 14:15, 2pm, midday.</summary>
internal sealed class UkTimeModelBinder : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var key = bindingContext.ModelName;
        var typed = bindingContext.ValueProvider.GetValue(key);
        if (typed == ValueProviderResult.None)
        {
            return Task.CompletedTask;
        }

        bindingContext.ModelState.SetModelValue(key, typed);
        var text = typed.FirstValue;
        if (string.IsNullOrWhiteSpace(text) && bindingContext.ModelMetadata.IsReferenceOrNullableType)
        {
            bindingContext.Result = ModelBindingResult.Success(null);
        }
        else if (UkFormat.TryReadTime(text, out var time))
        {
            bindingContext.Result = ModelBindingResult.Success(time);
        }
        else
        {
            bindingContext.ModelState.TryAddModelError(key, "Enter a time, for example 2:15pm");
            bindingContext.Result = ModelBindingResult.Failed();
        }

        return Task.CompletedTask;
    }
}
