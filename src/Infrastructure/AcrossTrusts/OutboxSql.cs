using Champions.Application.Outbox;
using Champions.Infrastructure.Persistence;
using Champions.Infrastructure.Persistence.Conversions;

namespace Champions.Infrastructure.AcrossTrusts;

/// <summary>The statements of the queue. They are the same on both databases but for who waits for whom and how values are stored.</summary>
internal sealed class OutboxSql(DatabaseProvider provider)
{
    /// <summary>Of so many emails at the head of the queue the first that may leave are taken.</summary>
    private const int Head = 500;

    /// <summary>
    /// True for an email that is no longer true: its booking has changed or is over, newer news to the same person exists, its follow-up is
    /// closed, its assignment was called off.
    /// </summary>
    private const string Stale = """
        CASE e."Reason"
          WHEN 'BookingCancelled' THEN EXISTS (
            SELECT 1 FROM "OutboxEmails" AS n WHERE n."OrderKey" = e."OrderKey" AND n."SubjectVersion" > e."SubjectVersion")
          WHEN 'FollowUpDue' THEN NOT EXISTS (SELECT 1 FROM "FollowUps" AS f WHERE f."Id" = e."SubjectId" AND f."Status" = 'Open')
            OR EXISTS (SELECT 1 FROM "OutboxEmails" AS n WHERE n."OrderKey" = e."OrderKey" AND n."QueuedAt" > e."QueuedAt")
          WHEN 'FollowUpOverdue' THEN NOT EXISTS (SELECT 1 FROM "FollowUps" AS f WHERE f."Id" = e."SubjectId" AND f."Status" = 'Open')
            OR EXISTS (SELECT 1 FROM "OutboxEmails" AS n WHERE n."OrderKey" = e."OrderKey" AND n."QueuedAt" > e."QueuedAt")
          WHEN 'AssignmentStarted' THEN NOT EXISTS (
            SELECT 1 FROM "WardAssignments" AS a WHERE a."Id" = e."SubjectId" AND (a."Until" IS NULL OR a."Until" >= a."From"))
          ELSE e."Reason" LIKE 'Booking%' AND NOT EXISTS (
            SELECT 1 FROM "Bookings" AS b WHERE b."Id" = e."SubjectId" AND b."Sequence" = e."SubjectVersion" AND b."Status" = 'Booked')
        END
        """;

    /// <summary>
    /// True while an email to the same person about the same thing must go first: one on its way, or an older one about the same version.
    /// Older versions are stale and never leave, so they hold nobody up; neither do sent, superseded and dead ones.
    /// </summary>
    private const string Blocked = """
        EXISTS (
          SELECT 1 FROM "OutboxEmails" AS p
          WHERE p."OrderKey" = e."OrderKey" AND p."Id" <> e."Id"
            AND (p."State" = 'Sending'
              OR (p."State" = 'Pending' AND p."SubjectVersion" = e."SubjectVersion" AND p."QueuedAt" < e."QueuedAt")))
        """;

    /// <summary>What lets its reader in goes when the email will never leave.</summary>
    private const string WipeSecret = $"""
        "Data" = CASE WHEN "Data" LIKE '{OutboxEmail.SealMark}%' THEN '' ELSE "Data" END
        """;

    /// <summary>The rows another node is busy with are left to it.</summary>
    private string SkipLocked => provider == DatabaseProvider.PostgreSql ? "FOR UPDATE OF e SKIP LOCKED" : "";

    /// <summary>
    /// SQLite is told to look at waiting emails by their index. Left alone it goes by its statistics, and while those date from a nearly empty table
    /// it walks through every email ever sent, with the write lock held.
    /// </summary>
    private string ByWaiting => Hint("IX_OutboxEmails_NextTryAt_Priority_AppointmentAt");

    /// <summary>The same for emails whose ids are known: the name that SQLite gives the index of the primary key.</summary>
    private string ById => Hint("sqlite_autoindex_OutboxEmails_1");

    /// <summary>{0} now.</summary>
    public string Supersede => $"""
        UPDATE "OutboxEmails" {ById} SET "State" = 'Superseded', {WipeSecret} WHERE {Due("")} AND "Id" IN (
          SELECT e."Id" FROM "OutboxEmails" AS e {ByWaiting} WHERE {Due("e.")} AND {Stale} {SkipLocked})
        """;

    /// <summary>{0} now.</summary>
    public string DropUseless => $"""
        UPDATE "OutboxEmails" {ById}
        SET "State" = 'Dead', {WipeSecret}, "LastReply" = CASE
          WHEN "LastReply" IS NULL THEN 'Not sent: it would have come too late.'
          ELSE substr('Not sent in time. Last reply: ' || "LastReply", 1, 500) END
        WHERE {Due("")} AND "Id" IN (
          SELECT e."Id" FROM "OutboxEmails" AS e {ByWaiting} WHERE {Due("e.")} AND e."UsefulUntil" <= {Parameter(0)} {SkipLocked})
        """;

    /// <summary>{0} now, {1} how many, {2} token, {3} lease until, {4} node.</summary>
    public string Claim => $"""
        WITH head AS (
          SELECT h."Id" FROM "OutboxEmails" AS h {ByWaiting} WHERE {Due("h.")} ORDER BY {Order("h.")}, h."NextTryAt" LIMIT {Head}
        ), due AS (
          SELECT e."Id" FROM "OutboxEmails" AS e {ById}
          WHERE e."Id" IN (SELECT "Id" FROM head) AND {Due("e.")} AND e."UsefulUntil" > {Parameter(0)} AND NOT ({Stale}) AND NOT {Blocked}
          ORDER BY {Order("e.")}, e."QueuedAt" LIMIT {Parameter(1)} {SkipLocked}
        )
        UPDATE "OutboxEmails" {ById}
        SET "State" = 'Sending', "LeaseToken" = {Parameter(2)}, "LeaseUntil" = {Parameter(3)}, "LeaseNode" = {Parameter(4)}
        WHERE {Due("")} AND "Id" IN (SELECT "Id" FROM due)
        RETURNING *
        """;

    /// <summary>An instant as this database stores it.</summary>
    public object Value(DateTimeOffset instant) => provider == DatabaseProvider.Sqlite ? instant.UtcTicks : instant.ToUniversalTime();

    /// <summary>A GUID as this database stores it.</summary>
    public object Value(Guid id) => provider == DatabaseProvider.Sqlite ? GuidToBytes.Write(id) : id;

    /// <summary>Emails that are due, in the form that the index knows.</summary>
    private static string Due(string row) => $"{row}\"State\" = 'Pending' AND {row}\"NextTryAt\" <= {Parameter(0)}";

    /// <summary>Digests last; the rest by appointment, what has none after what has one.</summary>
    private static string Order(string row) =>
        $"{row}\"Priority\" > 2, {row}\"AppointmentAt\" IS NULL, {row}\"AppointmentAt\"";

    private string Hint(string index) => provider == DatabaseProvider.Sqlite ? $"INDEXED BY \"{index}\"" : "";

    private static string Parameter(int number) => $"{{{number}}}";
}
