using Champions.Domain.Common;
using Champions.Domain.SupportSessions;

namespace Champions.Domain.FollowUps;

/// <summary>A promise to come back: an owner, a day and, in the end, an outcome.</summary>
public sealed class FollowUp : Aggregate<FollowUpId>, ITrustOwned
{
    private FollowUp()
    {
    }

    public TrustId TrustId { get; private set; }

    public SupportSessionId SupportSessionId { get; private set; }

    /// <summary>The champion who keeps the promise.</summary>
    public ChampionId OwnerId { get; private set; }

    /// <summary>UK day.</summary>
    public DateOnly DueOn { get; private set; }

    /// <summary>What is to be done; up to 200 characters, no patient details.</summary>
    public string What { get; private set; } = "";

    public FollowUpStatus Status { get; private set; }

    public SessionOutcome? Outcome { get; private set; }

    public string? ClosingNote { get; private set; }

    public DateTimeOffset OpenedAt { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    public static Result<FollowUp> Open(
        TrustId trust, SupportSessionId session, ChampionId owner, DateOnly dueOn, string? what, DateOnly today, DateTimeOffset now)
    {
        if (dueOn < today)
        {
            return FollowUpErrors.DueInPast;
        }

        if (dueOn > today.AddYears(1))
        {
            return FollowUpErrors.DueTooLate;
        }

        if (Text.Tidy(what) is not { } tidy)
        {
            return FollowUpErrors.WhatNeeded;
        }

        if (FreeText.Check(tidy, FreeText.NoteMax, "The follow-up") is { } error)
        {
            return error;
        }

        return new FollowUp
        {
            Id = Common.Id.New<FollowUpId>(now),
            TrustId = trust,
            SupportSessionId = session,
            OwnerId = owner,
            DueOn = dueOn,
            What = tidy,
            OpenedAt = now,
        };
    }

    public Result Complete(SessionOutcome? outcome, string? note, DateTimeOffset now)
    {
        if (Status != FollowUpStatus.Open)
        {
            return FollowUpErrors.NotOpen;
        }

        if (outcome is null or SessionOutcome.NeedsFollowUp || !Enum.IsDefined(outcome.Value))
        {
            return FollowUpErrors.OutcomeNeeded;
        }

        var tidy = Text.Tidy(note);
        if (FreeText.Check(tidy, FreeText.NoteMax, "The note") is { } error)
        {
            return error;
        }

        Status = FollowUpStatus.Done;
        Outcome = outcome;
        ClosingNote = tidy;
        ClosedAt = now;
        return Result.Success;
    }

    /// <summary>Closes it without an outcome, for example because its session was undone.</summary>
    public Result Cancel(DateTimeOffset now)
    {
        if (Status != FollowUpStatus.Open)
        {
            return FollowUpErrors.NotOpen;
        }

        Status = FollowUpStatus.Cancelled;
        ClosedAt = now;
        return Result.Success;
    }

    public bool IsOverdueOn(DateOnly today) => Status == FollowUpStatus.Open && DueOn < today;
}
