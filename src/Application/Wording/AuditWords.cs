using System.Globalization;
using System.Text.RegularExpressions;
using Champions.Application.Auditing;
using Champions.Application.Time;
using Champions.Domain.Champions;
using Champions.Domain.FollowUps;
using Champions.Domain.HelpSlots;
using Champions.Domain.Staff;
using Champions.Domain.SupportSessions;
using Champions.Domain.Systems;
using Champions.Domain.Trusts;
using Champions.Domain.Wards;

namespace Champions.Application.Wording;

/// <summary>A change as people read it. What has no words here yet is read from its name in the program: "StaffGroup" is "Staff group".</summary>
public static partial class AuditWords
{
    /// <summary>Kinds of rows by their names in the program, in the order of the words.</summary>
    public static IReadOnlyDictionary<string, string> Kinds { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [nameof(Account)] = "Account",
        [nameof(Booking)] = "Booking",
        [nameof(Champion)] = "Champion",
        [nameof(ChampionSystem)] = "System a champion knows",
        [nameof(TrustDomain)] = "Email domain",
        [nameof(FollowUp)] = "Follow-up",
        [nameof(AccountSession)] = "Log-in",
        [nameof(Passkey)] = "Passkey",
        [nameof(StaffMember)] = "Person",
        [nameof(RecoveryCode)] = "Recovery code",
        [nameof(SupportSession)] = "Session",
        [nameof(SingleSignOn)] = "Single sign-on",
        [nameof(ExternalLogin)] = "Single sign-on of a person",
        [nameof(Site)] = "Site",
        [nameof(DigitalSystem)] = "System",
        [nameof(HelpSlot)] = "Time",
        [nameof(SupportTopic)] = "Topic",
        [nameof(Trust)] = "Trust",
        [nameof(Ward)] = "Ward",
        [nameof(WardAssignment)] = "Ward of a champion",
    };

    public static IReadOnlyDictionary<string, string> Actions { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [AuditEntry.Added] = "Added",
        [AuditEntry.Changed] = "Changed",
        [AuditEntry.Removed] = "Removed",
    };

    private static readonly Dictionary<string, string> Columns = new(StringComparer.Ordinal)
    {
        ["AgreedOn"] = "Agreed on",
        ["AllowsOwnPhones"] = "Longer log-ins on own phones",
        ["AuthenticatorKey"] = "Authenticator app",
        ["AuthenticatorStep"] = "Last code of the authenticator app",
        ["BookedAt"] = "Booked",
        ["BookedById"] = "Booked by",
        ["CancelReason"] = "Reason for cancelling",
        ["Capacity"] = "Places",
        ["ChangedAt"] = "Last changed",
        ["ClosedAt"] = "Closed",
        ["ClosedOn"] = "Closed on",
        ["CredentialId"] = "Passkey",
        ["DigitalSystemId"] = "System",
        ["DoneBy"] = "Who did it",
        ["DueOn"] = "Due on",
        ["EndedAt"] = "Ended",
        ["From"] = "From",
        ["Generation"] = "Log-ins ended so far",
        ["GivesSecondFactor"] = "Asks for a second factor itself",
        ["HelpSlotId"] = "Time",
        ["Icb"] = "Integrated care board",
        ["IsAnonymised"] = "Name removed",
        ["IsDisabled"] = "Switched off",
        ["IsEnabled"] = "Switched on",
        ["IsOwnPhone"] = "On an own phone",
        ["LastUsedAt"] = "Last used",
        ["LeaversMonths"] = "Months that names of leavers are kept",
        ["LeftOn"] = "Left on",
        ["LoggedAt"] = "Logged",
        ["LoggedById"] = "Logged by",
        ["MadeAt"] = "Made",
        ["Method"] = "Way of logging in",
        ["Mode"] = "Way of meeting",
        ["NotesMonths"] = "Months that notes are kept",
        ["OccurredOn"] = "Day",
        ["OdsName"] = "Name in the NHS list",
        ["OpenedAt"] = "Opened",
        ["OpenedOn"] = "Opened on",
        ["OwnerId"] = "Champion",
        ["PasswordHash"] = "Password",
        ["PasswordSetAt"] = "Password set",
        ["People"] = "People helped",
        ["ProtectedSecret"] = "Secret",
        ["ProvedAt"] = "Last proved who they are",
        ["RequiredAcr"] = "Required way of proving",
        ["SecondFactorAt"] = "Second factor given",
        ["SeriesId"] = "Series of times",
        ["SessionGeneration"] = "Log-ins ended so far",
        ["SignCount"] = "Uses counted by the passkey",
        ["StaffMemberId"] = "Person",
        ["StartedAt"] = "Started",
        ["StartsAt"] = "Starts",
        ["SupportSessionId"] = "Session",
        ["UndoneAt"] = "Undone",
        ["UsedAt"] = "Used",
        ["UsesChampions"] = "Uses Champions",
        ["What"] = "What to do",
    };

    private static readonly HashSet<string> NotShown = ["Version", "NormalisedEmail", "NormalisedName"];

    public static string Kind(string entity) => Kinds.TryGetValue(entity, out var words) ? words : InWords(entity);

    public static string Action(string action) => Actions.TryGetValue(action, out var words) ? words : InWords(action);

    /// <summary>"WardId" is the ward.</summary>
    public static string Column(string column) =>
        Columns.TryGetValue(column, out var words) ? words : InWords(column is [.. var start, 'I', 'd'] && start.Length > 0 ? start : column);

    /// <summary>"Booking added".</summary>
    public static string What(AuditRow row) => $"{Kind(row.Entity)} {Action(row.Action).ToLowerInvariant()}";

    /// <summary>Who did it, by the name they have now.</summary>
    public static string Who(AuditRow row, IReadOnlyDictionary<Guid, string> names) => row switch
    {
        { AccountId: { } account } => names.TryGetValue(account.Value, out var name) ? name : "Somebody outside this trust, or whose account is gone",
        { Network: not null } => "Somebody not logged in",
        _ => "Champions itself",
    };

    /// <summary>One line for each column that changed, in plain words; at least one.</summary>
    public static IReadOnlyList<string> Lines(AuditRow row, IReadOnlyDictionary<Guid, string> names)
    {
        var lines = AuditValue.Read(row.Changes).Where(v => !NotShown.Contains(v.Column)).Select(v => Line(v, names)).ToList();
        return lines.Count > 0 ? lines : [row.Action == AuditEntry.Changed ? "Something that belongs to it changed" : "No more is recorded"];
    }

    private static string Line(AuditValue value, IReadOnlyDictionary<Guid, string> names)
    {
        var column = Column(value.Column);
        return value switch
        {
            { IsQuoted: false } => $"{column} changed",
            { Before: { } before, After: { } after } =>
                $"{column}: {Value(value.Column, before, names)} → {Value(value.Column, after, names)}",
            { After: { } after } => $"{column}: {Value(value.Column, after, names)}",
            { Before: { } before } => $"{column} removed: {Value(value.Column, before, names)}",
            _ => $"{column} changed",
        };
    }

    /// <summary>A stored value. Ids that name nothing are given as they are.</summary>
    public static string Value(string column, string stored, IReadOnlyDictionary<Guid, string> names)
    {
        if (Guid.TryParseExact(stored, "D", out var id))
        {
            return names.TryGetValue(id, out var name) ? name : stored;
        }

        if (stored is "True" or "False")
        {
            return stored == "True" ? "Yes" : "No";
        }

        if (DateOnly.TryParseExact(stored, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return UkFormat.ShortDate(day);
        }

        return Instant().IsMatch(stored) && DateTimeOffset.TryParse(stored, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? WhenWords.Moment(instant)
            : Chosen(column, stored);
    }

    private static string Chosen(string column, string stored) => column switch
    {
        "StaffGroup" when Enum.TryParse<StaffGroup>(stored, out var group) => StaffGroupWords.Of(group),
        "Mode" when Enum.TryParse<SupportMode>(stored, out var mode) => SupportModeWords.Of(mode),
        "Outcome" when Enum.TryParse<SessionOutcome>(stored, out var outcome) => SessionOutcomeWords.Of(outcome),
        "Kind" when Enum.TryParse<SupportKind>(stored, out var kind) => SupportKindWords.Of(kind),
        "DoneBy" when Enum.TryParse<DoneBy>(stored, out var doneBy) => DoneByWords.Of(doneBy),
        _ when char.IsAsciiLetterUpper(stored[0]) && !stored.Contains(' ', StringComparison.Ordinal) => InWords(stored),
        _ => stored,
    };

    /// <summary>"CancelledByStaff" is "Cancelled by staff".</summary>
    private static string InWords(string name)
    {
        var words = Humps().Replace(name, " ").ToLowerInvariant();
        return words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];
    }

    [GeneratedRegex("(?<=[a-z0-9])(?=[A-Z])", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Humps();

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Instant();
}
