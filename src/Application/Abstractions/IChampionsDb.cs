using Champions.Application.Auditing;
using Champions.Application.Jobs;
using Champions.Application.Outbox;
using Champions.Application.Reminders;
using Champions.Domain.Accounts;
using Champions.Domain.Champions;
using Champions.Domain.Common;
using Champions.Domain.FollowUps;
using Champions.Domain.HelpSlots;
using Champions.Domain.Staff;
using Champions.Domain.SupportSessions;
using Champions.Domain.Systems;
using Champions.Domain.Trusts;
using Champions.Domain.Wards;
using Microsoft.EntityFrameworkCore;

namespace Champions.Application.Abstractions;

/// <summary>
/// The database as use cases see it. Every trust-owned set is filtered to the trust of the <see cref="CurrentActor"/>;
/// only code in the AcrossTrusts folder may lift that filter.
/// </summary>
public interface IChampionsDb
{
    DbSet<Trust> Trusts { get; }

    DbSet<Site> Sites { get; }

    DbSet<Ward> Wards { get; }

    DbSet<StaffMember> StaffMembers { get; }

    DbSet<Champion> Champions { get; }

    DbSet<ChampionSystem> ChampionSystems { get; }

    DbSet<WardAssignment> WardAssignments { get; }

    DbSet<DigitalSystem> DigitalSystems { get; }

    DbSet<SupportTopic> SupportTopics { get; }

    DbSet<HelpSlot> HelpSlots { get; }

    DbSet<Booking> Bookings { get; }

    DbSet<TimeClaim> TimeClaims { get; }

    DbSet<SupportSession> SupportSessions { get; }

    DbSet<FollowUp> FollowUps { get; }

    DbSet<Reminder> Reminders { get; }

    DbSet<OutboxEmail> OutboxEmails { get; }

    DbSet<AuditEntry> AuditEntries { get; }

    DbSet<AuditAnchor> AuditAnchors { get; }

    DbSet<JobRun> JobRuns { get; }

    DbSet<Account> Accounts { get; }

    /// <summary>Belongs to accounts, not to trusts: to be read by account only.</summary>
    DbSet<AccountSession> AccountSessions { get; }

    /// <summary>Belongs to addresses, not to trusts.</summary>
    DbSet<OneTimeCode> OneTimeCodes { get; }

    /// <summary>Belongs to accounts, not to trusts: to be read by account only.</summary>
    DbSet<Passkey> Passkeys { get; }

    /// <summary>Belongs to accounts, not to trusts: to be read by account only.</summary>
    DbSet<ExternalLogin> ExternalLogins { get; }

    DbSet<SingleSignOn> SingleSignOns { get; }

    /// <summary>
    /// Stores the change with its audit rows and emails, all or nothing. Call it inside <see cref="RunAsync{T}"/> unless
    /// nothing can race.
    /// </summary>
    Task<int> SaveChangesAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Runs a whole command, and again (a bounded number of times) when another writer was in the way: a changed version,
    /// a serialization failure, a deadlock, a busy database. A broken unique key becomes the error that
    /// <paramref name="onTaken"/> names for it, or a further try when it names none. Nothing stays tracked after a failure.
    /// </summary>
    /// <param name="command">Loads, decides, saves once. Must be safe to run again from the start.</param>
    /// <param name="onTaken">Gets the name of the key (see <see cref="UniqueKeys"/>).</param>
    /// <param name="cancellationToken">Stops between tries.</param>
    Task<Result<T>> RunAsync<T>(
        Func<CancellationToken, Task<Result<T>>> command, Func<string, Error?> onTaken, CancellationToken cancellationToken);

    /// <summary>Several statements as one transaction; on SQLite it waits its turn in the write queue.</summary>
    Task<T> InTransactionAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken);
}
