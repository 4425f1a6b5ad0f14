using System.Globalization;
using System.Text.Json;
using Champions.Application.PeopleList;
using Champions.Application.Time;
using Champions.Domain.Champions;
using Champions.Domain.Staff;

namespace Champions.Application.Wording;

/// <summary>One row of the audit trail about a person, as a sentence. Free text is only named, as the trail does not hold it.</summary>
public static class HistoryWords
{
    /// <summary>What happened, one sentence for each thing that changed; never empty.</summary>
    public static string Of(HistoryRow row) => (row.Entity, row.Action) switch
    {
        (nameof(StaffMember), "Added") => "Put on the list of people",
        (nameof(Account), "Added") => "Account made",
        (nameof(Champion), "Added") => "Made a champion",
        (nameof(StaffMember) or nameof(Account) or nameof(Champion), _) => Sentences(row),
        _ => $"{Kind(row.Entity)} {row.Action.ToLowerInvariant()}",
    };

    private static string Sentences(HistoryRow row)
    {
        var changes = Read(row.Changes).ToList();
        if (changes.Exists(c => c.Column == nameof(StaffMember.IsAnonymised)))
        {
            return "Name taken away for good";
        }

        var said = changes.Select(c => Sentence(c.Column, c.Before, c.After)).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        return said.Count > 0 ? string.Join(". ", said) : $"{Kind(row.Entity)} changed";
    }

    private static string? Sentence(string column, string? before, string? after) => column switch
    {
        nameof(StaffMember.Name) => "Name corrected",
        nameof(StaffMember.Email) => "Email address changed",
        nameof(StaffMember.StaffGroup) => $"Staff group changed from {Group(before)} to {Group(after)}",
        nameof(StaffMember.WardId) => after is null ? "Taken off their ward" : before is null ? "Put on a ward" : "Moved to another ward",
        nameof(StaffMember.LeftOn) => Day(after) is { } day ? $"Left the trust on {day}" : "Came back to the trust",
        nameof(Account.Roles) => $"Roles changed from {Held(before)} to {Held(after)}",
        nameof(Account.IsDisabled) => after == bool.TrueString ? "Stopped from logging in" : "Allowed to log in again",
        nameof(Account.PasswordSetAt) => after is null ? "Password taken away" : "Password set",
        "NameTakenOut" => "Name taken out of what others wrote",
        "WaysInRemoved" => "Passkeys and other ways to log in removed",
        nameof(Account.SessionGeneration) => "Logged out on every device",
        nameof(Account.AuthenticatorKey) => "Authenticator app changed",
        nameof(Champion.Status) => $"Champion status changed from {Status(before)} to {Status(after)}",
        nameof(Champion.AgreedOn) => "Role of champion agreed again",
        _ => null,
    };

    private static string Group(string? value) => Enum.TryParse<StaffGroup>(value, out var group) ? StaffGroupWords.Of(group) : "none";

    private static string Status(string? value) => Enum.TryParse<ChampionStatus>(value, out var status) ? ChampionStatusWords.Of(status) : "none";

    private static string Held(string? value) => Enum.TryParse<Roles>(value, out var roles) ? RoleWords.List(roles) : "none";

    private static string? Day(string? value) =>
        DateOnly.TryParseExact(value, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? UkFormat.ShortDate(day) : null;

    /// <summary>"HelpSlot" is "Help slot".</summary>
    private static string Kind(string entity)
    {
        var words = string.Concat(entity.Select((c, i) => i > 0 && char.IsUpper(c) ? " " + char.ToLowerInvariant(c) : c.ToString()));
        return entity switch
        {
            nameof(StaffMember) => "Person",
            "SupportSession" => "Session",
            "HelpSlot" => "Time",
            _ => words,
        };
    }

    /// <summary>Columns with what stood before and after; neither for text.</summary>
    private static IEnumerable<(string Column, string? Before, string? After)> Read(string changes)
    {
        using var json = JsonDocument.Parse(changes);
        List<(string, string?, string?)> read = [];
        foreach (var column in json.RootElement.EnumerateObject())
        {
            var values = column.Value.ValueKind == JsonValueKind.Array ? column.Value.EnumerateArray().Select(v => v.GetString()).ToList() : [];
            read.Add((column.Name, values.ElementAtOrDefault(0), values.ElementAtOrDefault(1)));
        }

        return read;
    }
}
