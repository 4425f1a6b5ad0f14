using Champions.Domain.Common;
using Champions.Domain.HelpSlots;

namespace Champions.Domain.SupportSessions;

/// <summary>Peer help that happened or was tried.</summary>
public sealed class SupportSession : Aggregate<SupportSessionId>, ITrustOwned
{
    public const int MaxMinutes = 480;
    public const int MaxPeople = 200;
    public const int MaxTopics = 8;
    public const int LogWithinDays = 92;
    public const int EditWithinDays = 7;
    public const int UndoWithinMinutes = 10;

    private readonly List<Participant> participants = [];
    private readonly List<SessionTopic> topics = [];
    private readonly List<SessionBarrier> barriers = [];
    private readonly List<SessionRevision> revisions = [];

    private SupportSession()
    {
    }

    public TrustId TrustId { get; private set; }

    public ChampionId ChampionId { get; private set; }

    /// <summary>The booking it came from; one session a booking.</summary>
    public BookingId? BookingId { get; private set; }

    public DateOnly OccurredOn { get; private set; }

    public WardId? WardId { get; private set; }

    public DigitalSystemId? DigitalSystemId { get; private set; }

    public int Minutes { get; private set; }

    /// <summary>All participants added up.</summary>
    public int People { get; private set; }

    public SupportMode Mode { get; private set; }

    public SupportKind? Kind { get; private set; }

    public SessionOutcome Outcome { get; private set; }

    public DoneBy? DoneBy { get; private set; }

    public string? Note { get; private set; }

    /// <summary>Unique per champion: the same form, sent again, counts once.</summary>
    public Guid RequestKey { get; private set; }

    public DateTimeOffset LoggedAt { get; private set; }

    public StaffMemberId LoggedById { get; private set; }

    /// <summary>Set when the log was taken back within ten minutes; such a session counts nowhere.</summary>
    public DateTimeOffset? UndoneAt { get; private set; }

    public IReadOnlyList<Participant> Participants => participants;

    public IReadOnlyList<SessionTopic> Topics => topics;

    public IReadOnlyList<SessionBarrier> Barriers => barriers;

    public IReadOnlyList<SessionRevision> Revisions => revisions;

    /// <summary>What the session says about the booking it came from.</summary>
    public BookingStatus Attendance =>
        Outcome == SessionOutcome.NotHeld ? BookingStatus.StaffDidNotAttend : BookingStatus.Attended;

    /// <param name="trust">The champion's trust.</param>
    /// <param name="champion">Who helped.</param>
    /// <param name="by">Who fills in the form.</param>
    /// <param name="answers">What they say.</param>
    /// <param name="booking">The booking it came from, if any.</param>
    /// <param name="requestKey">Made when the form was shown.</param>
    /// <param name="today">Today in the UK.</param>
    /// <param name="now">Instant of the command.</param>
    public static Result<SupportSession> Log(
        TrustId trust,
        ChampionId champion,
        StaffMemberId by,
        SessionAnswers answers,
        BookingId? booking,
        Guid requestKey,
        DateOnly today,
        DateTimeOffset now)
    {
        if (Check(answers, today) is { } error)
        {
            return error;
        }

        var session = new SupportSession
        {
            Id = Common.Id.New<SupportSessionId>(now),
            TrustId = trust,
            ChampionId = champion,
            BookingId = booking,
            RequestKey = requestKey,
            LoggedAt = now,
            LoggedById = by,
        };
        session.Take(answers);
        return session;
    }

    /// <summary>Changes the answers and remembers which ones changed.</summary>
    /// <param name="answers">What they say now.</param>
    /// <param name="by">Who changes them.</param>
    /// <param name="today">Today in the UK.</param>
    /// <param name="now">Instant of the command.</param>
    /// <param name="withFollowUp">A follow-up is opened in the same step; it belongs to the history too.</param>
    public Result Edit(SessionAnswers answers, StaffMemberId by, DateOnly today, DateTimeOffset now, bool withFollowUp = false)
    {
        if (UndoneAt is not null)
        {
            return SupportSessionErrors.AlreadyUndone;
        }

        if (!IsEditableAt(now))
        {
            return SupportSessionErrors.NoLongerEditable;
        }

        // A session logged on its last possible day stays editable for its week.
        if (Check(answers, today, answers.OccurredOn == OccurredOn) is { } error)
        {
            return error;
        }

        var changes = SessionChanges.Between(this, answers).ToList();
        if (withFollowUp)
        {
            changes.Add(new SessionChange(SessionAnswer.FollowUp));
        }

        if (changes.Count > 0)
        {
            Take(answers);
            revisions.Add(new SessionRevision(revisions.Count + 1, now, by, changes));
            Touch();
        }

        return Result.Success;
    }

    public bool IsEditableAt(DateTimeOffset now) => UndoneAt is null && now < LoggedAt.AddDays(EditWithinDays);

    public bool IsUndoableAt(DateTimeOffset now) => UndoneAt is null && now < LoggedAt.AddMinutes(UndoWithinMinutes);

    /// <summary>Takes the log back. It stays stored, marked, and counts nowhere.</summary>
    public Result Undo(DateTimeOffset now)
    {
        if (UndoneAt is not null)
        {
            return SupportSessionErrors.AlreadyUndone;
        }

        if (!IsUndoableAt(now))
        {
            return SupportSessionErrors.NoLongerUndoable;
        }

        UndoneAt = now;
        return Result.Success;
    }

    /// <summary>True when the answers are the ones already stored: the same form sent again.</summary>
    public bool HasAnswers(SessionAnswers answers) => !SessionChanges.Between(this, answers).Any();

    private static Error? Check(SessionAnswers answers, DateOnly today, bool dayUnchanged = false)
    {
        var people = answers.Participants.Sum(p => (long)p.Heads);
        return answers switch
        {
            { Minutes: < 1 or > MaxMinutes } => SupportSessionErrors.Minutes,
            _ when people is < 1 or > MaxPeople || answers.Participants.Any(p => p.People < 1) => SupportSessionErrors.People,
            _ when answers.OccurredOn > today => SupportSessionErrors.InFuture,
            _ when !dayUnchanged && answers.OccurredOn < today.AddDays(-LogWithinDays) => SupportSessionErrors.TooOld,
            { Topics.Count: > MaxTopics } => SupportSessionErrors.TooManyTopics,
            _ => FreeText.Check(Text.Tidy(answers.Note), FreeText.NoteMax, "The note"),
        };
    }

    private void Take(SessionAnswers answers)
    {
        OccurredOn = answers.OccurredOn;
        WardId = answers.Ward;
        DigitalSystemId = answers.System;
        Minutes = answers.Minutes;
        Mode = answers.Mode;
        Kind = answers.Kind;
        Outcome = answers.Outcome;
        DoneBy = answers.DoneBy;
        Note = Text.Tidy(answers.Note);
        TakePeople(answers.Participants);
        Replace(topics, answers.Topics.Distinct().Select(t => new SessionTopic(t)), t => t.SupportTopicId);
        Replace(barriers, answers.Barriers.Distinct().Select(b => new SessionBarrier(b)), b => b.Barrier);
    }

    /// <summary>A place in the list keeps its row, so that one save never deletes and inserts one key.</summary>
    private void TakePeople(IReadOnlyList<ParticipantAnswer> answers)
    {
        participants.RemoveAll(p => p.Position > answers.Count);
        for (var position = 1; position <= answers.Count; position++)
        {
            var answer = answers[position - 1];
            if (participants.Find(p => p.Position == position) is { } known)
            {
                known.Take(answer);
            }
            else
            {
                participants.Add(new Participant(position, answer));
            }
        }

        People = participants.Sum(p => p.People);
    }

    /// <summary>Rows that stay the same stay the same object, so that one save never deletes and inserts one key.</summary>
    private static void Replace<TPart, TKey>(List<TPart> parts, IEnumerable<TPart> wanted, Func<TPart, TKey> key)
    {
        var list = wanted.ToList();
        var keys = list.Select(key).ToHashSet();
        parts.RemoveAll(p => !keys.Contains(key(p)));
        var kept = parts.Select(key).ToHashSet();
        parts.AddRange(list.Where(p => !kept.Contains(key(p))));
    }
}
