using Champions.Application.Reminders;
using Champions.Domain.Common;

namespace Champions.Application.Outbox;

/// <summary>
/// An email that must go out, stored in the transaction of the change it tells about. One recipient a row. Rules:
/// claim, commit, send, finish by lease token; see the reminders decision record.
/// </summary>
public sealed class OutboxEmail : ITrustOwned
{
    public const int ReplyMax = 500;

    /// <summary>How data begin that <see cref="IEmailSecrets"/> has sealed. They are wiped when the email has left or will never leave.</summary>
    public const string SealMark = "sealed:";

    private OutboxEmail()
    {
    }

    public Guid Id { get; private init; }

    public TrustId TrustId { get; private init; }

    /// <summary>Unique: subject, version, reason and recipient. The same event never queues twice.</summary>
    public string DedupeKey { get; private init; } = "";

    /// <summary>Subject and recipient: emails with one order key leave in the order of <see cref="SubjectVersion"/>.</summary>
    public string OrderKey { get; private init; } = "";

    /// <summary>Null for somebody who is not in the list of people: a new colleague, an administrator without a trust.</summary>
    public StaffMemberId? RecipientId { get; private init; }

    public string ToAddress { get; private set; } = "";

    public string ToName { get; private init; } = "";

    public ReminderReason Reason { get; private init; }

    /// <summary>Id of the booking, slot, follow-up or assignment.</summary>
    public Guid SubjectId { get; private init; }

    /// <summary>For a booking its calendar sequence; 0 for subjects that do not change.</summary>
    public int SubjectVersion { get; private init; }

    public DateTimeOffset DueAt { get; private init; }

    /// <summary>After this instant the email is of no use and is not sent.</summary>
    public DateTimeOffset UsefulUntil { get; private init; }

    /// <summary>0 log-in codes, 1 changes to bookings, 2 reminders, 3 digests.</summary>
    public int Priority { get; private init; }

    /// <summary>Start of the appointment it is about; earlier ones go first after an outage.</summary>
    public DateTimeOffset? AppointmentAt { get; private init; }

    public OutboxState State { get; private set; }

    /// <summary>Times a relay was reached and did not accept.</summary>
    public int Attempts { get; private set; }

    public DateTimeOffset NextTryAt { get; private set; }

    public Guid? LeaseToken { get; private set; }

    public DateTimeOffset? LeaseUntil { get; private set; }

    /// <summary>Which process holds the lease.</summary>
    public Guid? LeaseNode { get; private set; }

    /// <summary>A process died while sending it: the relay may already have it.</summary>
    public bool MaybeSent { get; private set; }

    /// <summary>Fixed here, so that a copy can be recognised.</summary>
    public string MessageId { get; private init; } = "";

    /// <summary>What the template needs, as JSON, as it was when the email was queued; sealed when it lets the reader in.</summary>
    public string Data { get; private set; } = "";

    public bool IsSealed => Data.StartsWith(SealMark, StringComparison.Ordinal);

    /// <summary>The relay's last words, or why it was not sent.</summary>
    public string? LastReply { get; private set; }

    public DateTimeOffset QueuedAt { get; private init; }

    public DateTimeOffset? SentAt { get; private set; }

    public static string OrderKeyOf(Guid subject, StaffMemberId? recipient) => $"{subject:N}/{recipient?.Value:N}";

    public static OutboxEmail Queue(OutboxDraft draft, string messageIdHost, DateTimeOffset now)
    {
        var id = Guid.CreateVersion7(now);
        return new OutboxEmail
        {
            Id = id,
            TrustId = draft.TrustId,
            DedupeKey = $"{draft.SubjectId:N}/{draft.SubjectVersion}/{draft.Reason}/{draft.RecipientId?.Value:N}{draft.Occasion}",
            OrderKey = OrderKeyOf(draft.SubjectId, draft.RecipientId),
            RecipientId = draft.RecipientId,
            ToAddress = draft.ToAddress,
            ToName = draft.ToName,
            Reason = draft.Reason,
            SubjectId = draft.SubjectId,
            SubjectVersion = draft.SubjectVersion,
            DueAt = draft.DueAt,
            UsefulUntil = draft.UsefulUntil,
            Priority = draft.Priority,
            AppointmentAt = draft.AppointmentAt,
            NextTryAt = draft.DueAt,
            MessageId = $"{id:N}@{messageIdHost}",
            Data = draft.Data,
            QueuedAt = now,
        };
    }

    /// <summary>Takes a pending row out of the queue because newer news replaces it.</summary>
    public void Supersede()
    {
        if (State == OutboxState.Pending)
        {
            State = OutboxState.Superseded;
            Data = IsSealed ? "" : Data;
        }
    }
}

/// <summary>What is known when an email is queued.</summary>
/// <param name="TrustId">Whose email it is; empty for an administrator, who works for no trust.</param>
/// <param name="RecipientId">Who gets it; null for somebody who is not in the list of people.</param>
/// <param name="ToAddress">Checked address.</param>
/// <param name="ToName">Name of the recipient.</param>
/// <param name="Reason">Which template.</param>
/// <param name="SubjectId">What it is about.</param>
/// <param name="SubjectVersion">Version of the subject it tells about.</param>
/// <param name="Occasion">Tells apart several emails of one reason about one version, for example the due day of a weekly one; else empty.</param>
/// <param name="DueAt">Not before.</param>
/// <param name="UsefulUntil">Not after.</param>
/// <param name="Priority">0 to 3.</param>
/// <param name="AppointmentAt">Start of the appointment, if it is about one.</param>
/// <param name="Data">Template data as JSON, or the same sealed.</param>
public sealed record OutboxDraft(
    TrustId TrustId,
    StaffMemberId? RecipientId,
    string ToAddress,
    string ToName,
    ReminderReason Reason,
    Guid SubjectId,
    int SubjectVersion,
    string Occasion,
    DateTimeOffset DueAt,
    DateTimeOffset UsefulUntil,
    int Priority,
    DateTimeOffset? AppointmentAt,
    string Data);
