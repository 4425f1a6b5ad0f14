namespace Champions.Application.Abstractions;

/// <summary>Names of the unique keys that people can run into; the same on both databases.</summary>
public static class UniqueKeys
{
    public const string TimeClaim = "PK_TimeClaims";
    public const string Seat = "IX_Bookings_HelpSlotId_Seat";
    public const string BookingRequestKey = "IX_Bookings_RequestKey";
    public const string SessionRequestKey = "IX_SupportSessions_ChampionId_RequestKey";
    public const string SessionBooking = "IX_SupportSessions_BookingId";
    public const string OpenAssignment = "IX_WardAssignments_ChampionId_WardId_Open";
    public const string StaffEmail = "IX_StaffMembers_NormalisedEmail";
    public const string Account = "PK_Accounts";
    public const string AccountEmail = "IX_Accounts_NormalisedEmail";
    public const string AccountPerson = "IX_Accounts_StaffMemberId";
    public const string WardCode = "IX_Wards_TrustId_Code";
    public const string ChampionPerson = "IX_Champions_StaffMemberId";
    public const string SystemName = "IX_DigitalSystems_TrustId_NormalisedName";
    public const string TopicName = "IX_SupportTopics_TrustId_NormalisedName";
    public const string TrustDomain = "PK_TrustDomains";
    public const string ExternalLogin = "PK_ExternalLogins";
    public const string Passkey = "PK_Passkeys";
    public const string OneTimeCode = "IX_OneTimeCodes_LinkHash";
}
