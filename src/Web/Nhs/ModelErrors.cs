using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Champions.Web.Nhs;

internal static class ModelErrors
{
    /// <summary>One error a field: the summary and the field say the same words.</summary>
    public static string? FirstOf(ModelStateEntry? entry)
    {
        if (entry is null || entry.Errors.Count == 0)
        {
            return null;
        }

        var words = entry.Errors.Select(error => error.ErrorMessage).FirstOrDefault(message => message.Length > 0);
        return words ?? "Check this answer";
    }
}
