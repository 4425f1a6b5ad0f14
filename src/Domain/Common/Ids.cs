using Champions.Domain.Common;

namespace Champions.Domain;

public readonly record struct TrustId(Guid Value) : IId<TrustId> { public static TrustId From(Guid value) => new(value); }

public readonly record struct SiteId(Guid Value) : IId<SiteId> { public static SiteId From(Guid value) => new(value); }

public readonly record struct WardId(Guid Value) : IId<WardId> { public static WardId From(Guid value) => new(value); }

public readonly record struct StaffMemberId(Guid Value) : IId<StaffMemberId> { public static StaffMemberId From(Guid value) => new(value); }

public readonly record struct ChampionId(Guid Value) : IId<ChampionId> { public static ChampionId From(Guid value) => new(value); }

public readonly record struct WardAssignmentId(Guid Value) : IId<WardAssignmentId> { public static WardAssignmentId From(Guid value) => new(value); }

public readonly record struct DigitalSystemId(Guid Value) : IId<DigitalSystemId> { public static DigitalSystemId From(Guid value) => new(value); }

public readonly record struct SupportTopicId(Guid Value) : IId<SupportTopicId> { public static SupportTopicId From(Guid value) => new(value); }

public readonly record struct HelpSlotId(Guid Value) : IId<HelpSlotId> { public static HelpSlotId From(Guid value) => new(value); }

public readonly record struct BookingId(Guid Value) : IId<BookingId> { public static BookingId From(Guid value) => new(value); }

public readonly record struct SupportSessionId(Guid Value) : IId<SupportSessionId> { public static SupportSessionId From(Guid value) => new(value); }

public readonly record struct FollowUpId(Guid Value) : IId<FollowUpId> { public static FollowUpId From(Guid value) => new(value); }

public readonly record struct AccountId(Guid Value) : IId<AccountId> { public static AccountId From(Guid value) => new(value); }

public readonly record struct AccountSessionId(Guid Value) : IId<AccountSessionId> { public static AccountSessionId From(Guid value) => new(value); }

public readonly record struct OneTimeCodeId(Guid Value) : IId<OneTimeCodeId> { public static OneTimeCodeId From(Guid value) => new(value); }

public readonly record struct SingleSignOnId(Guid Value) : IId<SingleSignOnId> { public static SingleSignOnId From(Guid value) => new(value); }
