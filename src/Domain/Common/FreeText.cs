namespace Champions.Domain.Common;

/// <summary>Rules for every place where a person may type what they like.</summary>
public static class FreeText
{
    public const int NoteMax = 200;

    public const string NhsNumberCode = "FreeText.NhsNumber";

    /// <summary>Null when the text may be stored.</summary>
    public static Error? Check(string? text, int max, string what)
    {
        if (text is null)
        {
            return null;
        }

        if (text.Length > max)
        {
            return Error.Invalid("FreeText.TooLong", $"{what} must be {max} characters or fewer.");
        }

        return NhsNumbers.Contains(text)
            ? Error.Invalid(NhsNumberCode, $"{what} looks as if it has an NHS number in it. Take out patient details and save again.")
            : null;
    }
}
