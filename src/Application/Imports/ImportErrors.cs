using Champions.Domain.Common;

namespace Champions.Application.Imports;

internal static class ImportErrors
{
    public static Error UnknownTrust(string code) =>
        Error.Invalid("Import.UnknownTrust", $"There is no trust with the code {code}. Import the trust list first, or check the code.");
}
