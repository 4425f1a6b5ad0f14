using Champions.Domain.Staff;

namespace Champions.Application.Wording;

/// <summary>The staff groups of the Electronic Staff Record as people read them.</summary>
public static class StaffGroupWords
{
    public static string Of(StaffGroup group) => group switch
    {
        StaffGroup.AdditionalClinicalServices => "Additional clinical services",
        StaffGroup.AdditionalProfessionalScientificAndTechnical => "Additional professional, scientific and technical",
        StaffGroup.AdministrativeAndClerical => "Administrative and clerical",
        StaffGroup.AlliedHealthProfessionals => "Allied health professionals",
        StaffGroup.EstatesAndAncillary => "Estates and ancillary",
        StaffGroup.HealthcareScientists => "Healthcare scientists",
        StaffGroup.MedicalAndDental => "Medical and dental",
        StaffGroup.NursingAndMidwiferyRegistered => "Nursing and midwifery",
        StaffGroup.Students => "Students",
        _ => throw new ArgumentOutOfRangeException(nameof(group), group, "A staff group without words."),
    };
}
