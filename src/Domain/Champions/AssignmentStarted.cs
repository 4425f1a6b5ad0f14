using Champions.Domain.Common;

namespace Champions.Domain.Champions;

public sealed record AssignmentStarted(TrustId TrustId, ChampionId ChampionId, WardAssignmentId AssignmentId) : DomainEvent(TrustId);
