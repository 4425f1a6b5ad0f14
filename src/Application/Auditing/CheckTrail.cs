using Champions.Application.Abstractions;
using Champions.Domain.Common;

namespace Champions.Application.Auditing;

/// <summary>Checks the trail while somebody waits.</summary>
/// <param name="Chain">The chain to check, for an administrator; null for all. A coordinator checks the own trust's.</param>
public sealed record CheckTrail(Guid? Chain);

public sealed class CheckTrailHandler(IAuditOfAllTrusts trail, IAnchorFile file, ChainReader reader, TimeProvider clock)
{
    /// <summary>After so long no further chain is begun. The nightly check goes to the end.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static readonly Error Busy = Error.TooMany("Audit.Busy", "Somebody is checking the trail at this moment. Wait a minute and try again.");
    private static readonly Error FileUnreadable = Error.Conflict("Audit.FileUnreadable", "The file of anchors cannot be read, so nothing was checked. Tell whoever runs Champions.");
    private static readonly SemaphoreSlim OneAtATime = new(1, 1);

    public async Task<Result<TrailReport>> HandleAsync(CheckTrail command, Actor actor, CancellationToken cancellationToken)
    {
        if (!actor.Is(Roles.Coordinator | Roles.Administrator))
        {
            return AuditErrors.NotAllowed;
        }

        if (!await OneAtATime.WaitAsync(TimeSpan.Zero, cancellationToken))
        {
            return Busy;
        }

        try
        {
            return await CheckAsync(command, actor, cancellationToken);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return FileUnreadable;
        }
        finally
        {
            OneAtATime.Release();
        }
    }

    private async Task<Result<TrailReport>> CheckAsync(CheckTrail command, Actor actor, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        var lines = await file.ReadAsync(cancellationToken);
        var isAdministrator = actor.Is(Roles.Administrator);
        List<Guid> chains = isAdministrator
            ? [.. (await trail.ChainsAsync(cancellationToken)).Union(lines.Anchors.Select(a => a.Key)).Where(c => command.Chain is null || c == command.Chain)]
            : [AuditChain.Of(actor.TrustId)];
        if (command.Chain is not null && chains.Count == 0)
        {
            return AuditErrors.NotFound;
        }

        List<ChainReport> reports = [];
        foreach (var chain in chains.TakeWhile(_ => clock.GetElapsedTime(started) < Patience))
        {
            reports.Add(await reader.CheckAsync(chain, lines, cancellationToken));
        }

        var names = await trail.NamesAsync([.. reports.Select(r => r.Chain)], isAdministrator ? null : actor.TrustId, cancellationToken);
        return new TrailReport(reports, names, chains.Count - reports.Count, isAdministrator ? lines.Unreadable.Count : 0);
    }
}

public static class AuditErrors
{
    public static readonly Error NotAllowed = Error.Forbidden("Audit.NotAllowed", "You cannot look at the audit trail.");

    public static readonly Error NotFound = Error.NotFound("Audit.NotFound", "We could not find this part of the audit trail.");
}

/// <param name="Chains">In the order of their ids; those of the actor.</param>
/// <param name="Names">Of the trusts.</param>
/// <param name="Left">So many chains were not begun.</param>
/// <param name="UnreadableLines">So many lines of the file of anchors say nothing.</param>
public sealed record TrailReport(
    IReadOnlyList<ChainReport> Chains, IReadOnlyDictionary<Guid, string> Names, int Left, int UnreadableLines)
{
    public bool Holds => UnreadableLines == 0 && Chains.All(c => c.Holds);
}
