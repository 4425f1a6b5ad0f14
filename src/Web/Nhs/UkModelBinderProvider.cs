using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Champions.Web.Nhs;

internal sealed class UkModelBinderProvider : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context)
    {
        var type = context.Metadata.UnderlyingOrModelType;
        return type == typeof(DateOnly) ? new UkDateModelBinder()
            : type == typeof(TimeOnly) ? new UkTimeModelBinder()
            : null;
    }
}
