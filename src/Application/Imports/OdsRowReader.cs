using System.Globalization;
using System.Text.RegularExpressions;

namespace Champions.Application.Imports;

/// <summary>Turns the columns of one line into a row, or says in plain words what is wrong with the first column that is wrong.</summary>
internal static partial class OdsRowReader
{
    public const int LongestName = 100;
    public const int LongestAddressLine = 100;
    public const int LongestPostcode = 8;
    public const int LongestTelephone = 30;

    public static string? Read(int line, string[] fields, out OdsRow? row)
    {
        row = null;
        for (var at = 0; at < fields.Length; at++)
        {
            if (fields[at].Any(char.IsControl) || fields[at].Contains('\uFFFD'))
            {
                return $"Column {at + 1} has characters that cannot be shown. Save the file as UTF-8 and try again.";
            }
        }

        var (code, name, region, icb, postcode, telephone) = (fields[0], fields[1], fields[2], fields[3], fields[9], fields[17]);
        var addressLines = fields[4..9].Where(part => part.Length > 0).ToArray();
        if ((CodeProblem(code) ?? NameProblem(name) ?? AreaProblem("region", region) ?? AreaProblem("integrated care board", icb)) is { } identity)
        {
            return identity;
        }

        if (addressLines.Any(part => part.Length > LongestAddressLine))
        {
            return $"A line of the address of {code} is longer than {LongestAddressLine} characters.";
        }

        if (!PostcodeForm().IsMatch(postcode))
        {
            return $"The postcode of {code} is \"{Short(postcode)}\". A postcode has up to {LongestPostcode} capital letters, numbers and spaces, such as SW1A 2AA.";
        }

        var opening = DateProblem("opening", code, fields[10], isRequired: true, out var openedOn);
        var closing = DateProblem("closing", code, fields[11], isRequired: false, out var closedOn);
        if ((opening ?? closing) is { } dates)
        {
            return dates;
        }

        if (closedOn < openedOn)
        {
            return $"{code} closes before it opens: {fields[11]} is earlier than {fields[10]}.";
        }

        if (telephone.Length > LongestTelephone)
        {
            return $"The telephone number of {code} is longer than {LongestTelephone} characters.";
        }

        row = new OdsRow(line, code, name, region, icb, addressLines, postcode, openedOn!.Value, closedOn, telephone);
        return null;
    }

    private static string? CodeProblem(string code) =>
        code.Length == 0 ? "The code is missing."
        : !Code().IsMatch(code) ? $"\"{Short(code)}\" is not an organisation code. A code has 3 to 9 capital letters and numbers, such as RA7."
        : null;

    private static string? NameProblem(string name) =>
        name.Length == 0 ? "The name is missing."
        : name.Length > LongestName ? $"The name is {name.Length} characters long. A name has at most {LongestName}."
        : null;

    private static string? AreaProblem(string kind, string code) =>
        code.Length == 0 || Code().IsMatch(code) ? null
        : $"\"{Short(code)}\" stands where the {kind} code belongs. A name with a comma in it must be in quotes.";

    private static string? DateProblem(string kind, string code, string text, bool isRequired, out DateOnly? date)
    {
        date = DateOnly.TryParseExact(text, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
        return date is not null || (text.Length == 0 && !isRequired) ? null
            : text.Length == 0 ? $"The {kind} date of {code} is missing."
            : $"The {kind} date of {code} is \"{Short(text)}\". A date is written year, month, day, such as 20260630.";
    }

    private static string Short(string value) => value.Length <= 40 ? value : value[..40] + "…";

    [GeneratedRegex(@"^[A-Z0-9]{3,9}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();

    [GeneratedRegex(@"^[A-Z0-9 ]{0,8}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PostcodeForm();
}
