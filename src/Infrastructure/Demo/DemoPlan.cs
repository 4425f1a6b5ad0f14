using Champions.Application.Abstractions;
using Champions.Domain.Staff;

namespace Champions.Infrastructure.Demo;

/// <summary>How big each trust of the demo is and who in it has a button on the log-in page.</summary>
internal static class DemoPlan
{
    public const string Administrator = "admin@demo.example";

    public static IReadOnlyList<TrustPlan> Trusts { get; } =
    [
        new("RA7", "demo.example", Staff: 300, Champions: 30, WardsWithNobody: 3, WardsWithOne: 4, Seed: 7,
        [
            new("coordinator", "Priya Nair", StaffGroup.AdministrativeAndClerical, Roles.Coordinator),
            new("champion", "Amara Osei", StaffGroup.NursingAndMidwiferyRegistered, Roles.None, IsChampion: true),
            new("staff", "Tom Reid", StaffGroup.AlliedHealthProfessionals, Roles.None),
            new("helpdesk", "Sam Patel", StaffGroup.AdministrativeAndClerical, Roles.Helpdesk),
        ]),
        new("RTD", "other.example", Staff: 180, Champions: 18, WardsWithNobody: 1, WardsWithOne: 3, Seed: 11,
        [
            new("coordinator", "Grace Bennett", StaffGroup.AdministrativeAndClerical, Roles.Coordinator),
            new("champion", "Daniel Hughes", StaffGroup.NursingAndMidwiferyRegistered, Roles.None, IsChampion: true),
        ]),
        new("RHQ", "third.example", Staff: 120, Champions: 12, WardsWithNobody: 1, WardsWithOne: 2, Seed: 13,
        [
            new("coordinator", "Leila Haddad", StaffGroup.AdministrativeAndClerical, Roles.Coordinator),
        ]),
    ];

    public static IReadOnlyList<string> Systems { get; } =
    [
        "Electronic patient record", "Electronic prescribing", "E-rostering", "Pathology and imaging results", "Microsoft 365 and Teams", "Bed management",
    ];

    public static IReadOnlyList<string> Topics { get; } =
    [
        "Logging in", "Finding a patient", "Recording observations", "Prescribing", "Ordering tests", "Finding results",
        "Discharge summaries", "Handover lists", "Rosters and leave", "Video calls", "Printing and devices", "Smartcards",
    ];
}

/// <param name="Code">ODS code of the real trust.</param>
/// <param name="Domain">Mail domain of its invented people.</param>
internal sealed record TrustPlan(
    string Code, string Domain, int Staff, int Champions, int WardsWithNobody, int WardsWithOne, int Seed, IReadOnlyList<PersonaPlan> Personas);

/// <param name="Mailbox">The part of the address before the domain.</param>
/// <param name="Roles">Roles beside Staff.</param>
internal sealed record PersonaPlan(string Mailbox, string Name, StaffGroup Group, Roles Roles, bool IsChampion = false);
