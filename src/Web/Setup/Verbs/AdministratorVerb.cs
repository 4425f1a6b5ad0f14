using Champions.Application.Entering;

namespace Champions.Web.Setup.Verbs;

internal static class AdministratorVerb
{
    private const string DisplayName = "Administrator";

    public static Verb Create { get; } = new(
        "create-administrator",
        "EMAIL",
        "makes an administrator and asks for a password, or reads it from the first line of standard input",
        args => args is [var email] && !email.StartsWith('-') ? context => CreateAsync(context, email) : null);

    private static async Task<int> CreateAsync(VerbContext context, string email)
    {
        var password = Console.IsInputRedirected ? await Console.In.ReadLineAsync() : await AskTwiceAsync(context);
        if (string.IsNullOrEmpty(password))
        {
            return await context.RefuseAsync("No password was given, so no administrator was made.");
        }

        var made = await context.Services.GetRequiredService<OpenAdministratorHandler>()
            .HandleAsync(new OpenAdministrator(email.Trim(), DisplayName, password), CancellationToken.None);
        if (!made.IsSuccess)
        {
            return await context.RefuseAsync(made.Error.Message);
        }

        await context.Out.WriteLineAsync($"{email.Trim()} is an administrator now and can log in.");
        return VerbContext.Done;
    }

    /// <summary>Twice, because nobody sees what they type. Null when the two differ.</summary>
    private static async Task<string?> AskTwiceAsync(VerbContext context)
    {
        var password = await AskAsync(context, "Password, 12 characters or more: ");
        if (password.Length == 0 || await AskAsync(context, "The same again: ") == password)
        {
            return password;
        }

        await context.Error.WriteLineAsync("The two passwords differ.");
        return null;
    }

    private static async Task<string> AskAsync(VerbContext context, string question)
    {
        await context.Out.WriteAsync(question);
        var typed = "";
        for (var key = Console.ReadKey(intercept: true); key.Key != ConsoleKey.Enter; key = Console.ReadKey(intercept: true))
        {
            typed = key.Key == ConsoleKey.Backspace ? typed[..Math.Max(0, typed.Length - 1)]
                : char.IsControl(key.KeyChar) ? typed
                : typed + key.KeyChar;
        }

        await context.Out.WriteLineAsync();
        return typed;
    }
}
