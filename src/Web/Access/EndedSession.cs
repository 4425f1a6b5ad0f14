using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Champions.Web.Access;

/// <summary>Tells somebody whose session has ended, on the log-in page, why they are there and what became of their form.</summary>
internal static class EndedSession
{
    public const string Key = "Ended";

    private const string Why = "Nobody used Champions here for a while, your time was up, or your access has changed.";

    /// <summary>Remembers that the request came with a session that is over.</summary>
    public static void Note(HttpContext context) => context.Items[typeof(EndedSession)] = true;

    /// <summary>Leaves the words for the log-in page; nothing for somebody who was not logged in.</summary>
    public static void Explain(HttpContext context)
    {
        if (!context.Items.ContainsKey(typeof(EndedSession)))
        {
            return;
        }

        var words = context.RequestServices.GetRequiredService<ITempDataDictionaryFactory>().GetTempData(context);
        words[Key] = HttpMethods.IsPost(context.Request.Method)
            ? $"{Why} What you sent was not saved. Log in to go back to the form."
            : $"{Why} Log in to go on.";
        words.Save();
    }
}
