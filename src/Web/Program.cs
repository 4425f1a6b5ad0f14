using System.Globalization;
using Champions.Infrastructure;
using Champions.Web.Setup;
using Champions.Web.Setup.Verbs;

// Words and dates are British wherever the server stands.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.GetCultureInfo("en-GB");

try
{
    return await CommandLine.TryRunAsync(args) ?? await Server.RunAsync(args);
}
catch (StartRefusedException refusal)
{
    await Console.Error.WriteLineAsync(refusal.Message);
    return 1;
}

/// <summary>The entry point, visible to the tests that start the program.</summary>
public sealed partial class Program;
