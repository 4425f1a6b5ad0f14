using System.Globalization;
using Champions.Application.SupportSessions;
using Champions.Domain;
using Champions.Domain.Common;
using Champions.Domain.FollowUps;
using Champions.Domain.HelpSlots;
using Champions.Domain.Staff;
using Champions.Domain.SupportSessions;

namespace Champions.Web.Pages.Sessions;

/// <summary>
/// Reads the shape of the log form: every field that cannot be read gets its words at once, which attributes cannot do, because
/// some fields count only when another answer reveals them.
/// </summary>
internal sealed class SessionFormReader(SessionForm form)
{
    private static readonly Dictionary<string, string> Fields = new(StringComparer.Ordinal)
    {
        [SupportSessionErrors.ChampionNeeded.Code] = nameof(SessionForm.Champion),
        [SupportSessionErrors.WardUnknown.Code] = nameof(SessionForm.Ward),
        [SupportSessionErrors.SystemUnknown.Code] = nameof(SessionForm.System),
        [SupportSessionErrors.TopicUnknown.Code] = nameof(SessionForm.Topics),
        [SupportSessionErrors.TooManyTopics.Code] = nameof(SessionForm.Topics),
        [SupportSessionErrors.People.Code] = nameof(SessionForm.People),
        [SupportSessionErrors.PeopleDoNotAddUp.Code] = nameof(SessionForm.People),
        [SupportSessionErrors.ColleagueUnknown("").Code] = nameof(SessionForm.Emails),
        [SupportSessionErrors.Minutes.Code] = nameof(SessionForm.OwnMinutes),
        [SupportSessionErrors.InFuture.Code] = nameof(SessionForm.Day),
        [SupportSessionErrors.TooOld.Code] = nameof(SessionForm.Day),
        [FollowUpErrors.DueInPast.Code] = nameof(SessionForm.FollowUpDue),
        [FollowUpErrors.DueTooLate.Code] = nameof(SessionForm.FollowUpDue),
        [FollowUpErrors.Needed.Code] = nameof(SessionForm.FollowUpDue),
        [FollowUpErrors.WhatNeeded.Code] = nameof(SessionForm.FollowUpWhat),
    };

    private readonly int? people = Whole(form.People);
    private readonly int? minutes = Whole(form.Length == SessionForm.OwnLength ? form.OwnMinutes : form.Length);

    /// <summary>The field that a broken rule belongs to; null for the whole form.</summary>
    public static string? FieldOf(Error error) => Fields.GetValueOrDefault(error.Code);

    /// <param name="asksForFollowUp">The form has the fields of a new follow-up.</param>
    public IEnumerable<(string Field, string Words)> Problems(bool asksForFollowUp)
    {
        if (form.Topics.Count > SupportSession.MaxTopics)
        {
            yield return (nameof(form.Topics), SupportSessionErrors.TooManyTopics.Message);
        }

        if (people is null)
        {
            yield return (nameof(form.People), "Enter how many people you helped, for example 1.");
        }
        else if (people is < 1 or > SupportSession.MaxPeople)
        {
            yield return (nameof(form.People), SupportSessionErrors.People.Message);
        }

        foreach (var index in Enumerable.Range(0, Math.Min(form.Groups.Count, SessionForm.AllGroups.Count)).Where(i => !IsCount(form.Groups[i])))
        {
            yield return ($"{nameof(form.Groups)}[{index}]", $"Enter a number from 0 to {SupportSession.MaxPeople}, or leave it empty.");
        }

        if (Emails().Any(email => email.Length > StaffMember.EmailMax))
        {
            yield return (nameof(form.Emails), $"Enter work emails of up to {StaffMember.EmailMax} characters.");
        }

        foreach (var problem in Length().Concat(Choices()).Concat(FollowUp(asksForFollowUp)))
        {
            yield return problem;
        }

        if (FreeText.Check(Text.Tidy(form.Note), FreeText.NoteMax, "The note") is { } note)
        {
            yield return (nameof(form.Note), note.Message);
        }
    }

    /// <summary>Days that the domain will refuse, for a form that comes back anyway: everything wrong is said at once.</summary>
    /// <param name="today">Today in the UK.</param>
    /// <param name="asksForFollowUp">The form has the fields of a new follow-up.</param>
    /// <param name="isNew">A session that is logged; one that is changed may keep an old day.</param>
    public IEnumerable<(string Field, string Words)> DayProblems(DateOnly today, bool asksForFollowUp, bool isNew)
    {
        if (form.Day > today || (isNew && form.Day < today.AddDays(-SupportSession.LogWithinDays)))
        {
            yield return (nameof(form.Day), (form.Day > today ? SupportSessionErrors.InFuture : SupportSessionErrors.TooOld).Message);
        }

        if (asksForFollowUp && form.Outcome == SessionOutcome.NeedsFollowUp && form.FollowUpDue < today)
        {
            yield return (nameof(form.FollowUpDue), FollowUpErrors.DueInPast.Message);
        }
    }

    /// <summary>To be asked when there are no problems.</summary>
    public SessionEntry Entry(DateOnly today) => new(
        form.Day ?? today,
        form.Ward is { } ward ? new WardId(ward) : null,
        form.System is { } system ? new DigitalSystemId(system) : null,
        minutes!.Value,
        form.Mode!.Value,
        form.Outcome!.Value,
        [.. form.Topics.Select(t => new SupportTopicId(t))],
        new HelpedPeople(people!.Value, Groups(), [.. Emails()]),
        form.Barriers,
        form.Note,
        form.Kind,
        form.DoneBy);

    public NewFollowUp? NewFollowUp() =>
        form is { Outcome: SessionOutcome.NeedsFollowUp, FollowUpDue: { } due } ? new NewFollowUp(due, form.FollowUpWhat) : null;

    private IEnumerable<(string Field, string Words)> Length()
    {
        if (form.Length == SessionForm.OwnLength)
        {
            if (minutes is null)
            {
                yield return (nameof(form.OwnMinutes), "Enter how many minutes it took, for example 20.");
            }
            else if (minutes is < 1 or > SupportSession.MaxMinutes)
            {
                yield return (nameof(form.OwnMinutes), SupportSessionErrors.Minutes.Message);
            }
        }
        else if (minutes is not { } usual || !SessionForm.UsualLengths.Contains(usual))
        {
            yield return (nameof(form.Length), "Choose how long it took.");
        }
    }

    private IEnumerable<(string Field, string Words)> Choices()
    {
        if (form.Mode is null)
        {
            yield return (nameof(form.Mode), "Choose how you met.");
        }

        if (form.Outcome is null)
        {
            yield return (nameof(form.Outcome), "Choose what came of it.");
        }
    }

    private IEnumerable<(string Field, string Words)> FollowUp(bool asked)
    {
        if (!asked || form.Outcome != SessionOutcome.NeedsFollowUp)
        {
            yield break;
        }

        if (form.FollowUpDue is null)
        {
            yield return (nameof(form.FollowUpDue), "Enter the day of the follow-up, for example 27 3 2026.");
        }

        var what = Text.Tidy(form.FollowUpWhat);
        if (what is null)
        {
            yield return (nameof(form.FollowUpWhat), FollowUpErrors.WhatNeeded.Message);
        }
        else if (FreeText.Check(what, FreeText.NoteMax, "The follow-up") is { } error)
        {
            yield return (nameof(form.FollowUpWhat), error.Message);
        }
    }

    private Dictionary<StaffGroup, int> Groups() => form.Groups.Take(SessionForm.AllGroups.Count)
        .Select((typed, index) => (Group: SessionForm.AllGroups[index], Count: Whole(typed) ?? 0))
        .Where(g => g.Count > 0)
        .ToDictionary(g => g.Group, g => g.Count);

    private string[] Emails() =>
        Text.Tidy(form.Emails)?.Split([' ', ',', ';', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    private static bool IsCount(string? typed) =>
        string.IsNullOrWhiteSpace(typed) || Whole(typed) is >= 0 and <= SupportSession.MaxPeople;

    /// <summary>A number that is larger than any the program has is still a number: its limits are what to name.</summary>
    private static int? Whole(string? typed) => int.TryParse(typed, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number
        : typed?.Trim() is { Length: > 0 } digits && digits.All(char.IsAsciiDigit) ? int.MaxValue
        : null;
}
