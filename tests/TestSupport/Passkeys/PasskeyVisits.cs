using Champions.TestSupport.Web;

namespace Champions.TestSupport.Passkeys;

/// <summary>What the script of the site does for a person who presses a button of a passkey form.</summary>
public static class PasskeyVisits
{
    private const string AddPage = "/account/passkeys/add";
    private const string SignInPage = "/sign-in/passkey";

    /// <summary>Adds a passkey of this device to the account of the visitor.</summary>
    /// <returns>The page that came in the end.</returns>
    public static async Task<Page> AddPasskeyAsync(this Visitor visitor, SoftwareAuthenticator device, string name = "My phone")
    {
        var page = await visitor.OpenAsync(AddPage);
        var question = await visitor.AskAsync(page, ("Input.Name", name));
        return await page.PressAsync("Add passkey", ("Input.Name", name), ("Input.Credential", device.Make(question)));
    }

    /// <summary>Logs in with the passkey of this device.</summary>
    /// <returns>The page that came in the end.</returns>
    public static async Task<Page> LogInWithPasskeyAsync(this Visitor visitor, SoftwareAuthenticator device)
    {
        var page = await visitor.OpenAsync(SignInPage);
        return await page.AnswerAsync(device.Use(await visitor.AskAsync(page)));
    }

    /// <summary>Sends the passkey form of the page with this answer.</summary>
    public static Task<Page> AnswerAsync(this Page page, string credential) =>
        page.PressAsync(page.Find("form[data-passkey] button"), ("Input.Credential", credential));

    /// <summary>The question that the site has for the device.</summary>
    /// <exception cref="InvalidOperationException">The site does not ask.</exception>
    public static async Task<string> AskAsync(this Visitor visitor, Page page, params (string Name, string Value)[] fields)
    {
        var action = page.Find("form[data-passkey]").GetAttribute("action") is { Length: > 0 } named ? named : page.Address;
        var address = action + (action.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "handler=ask";
        var asked = await visitor.ForgeAsync(address, [.. fields, ("__RequestVerificationToken", page.Token)]);
        return asked.MediaType == "application/json"
            ? asked.Body
            : throw new InvalidOperationException($"{address} answered {(int)asked.Status}: {asked.Text}");
    }
}
