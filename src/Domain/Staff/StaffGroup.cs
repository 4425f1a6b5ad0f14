namespace Champions.Domain.Staff;

/// <summary>Staff groups of the NHS Electronic Staff Record.</summary>
public enum StaffGroup
{
    AdditionalClinicalServices,
    AdditionalProfessionalScientificAndTechnical,
    AdministrativeAndClerical,
    AlliedHealthProfessionals,
    EstatesAndAncillary,
    HealthcareScientists,
    MedicalAndDental,
    NursingAndMidwiferyRegistered,
    Students,
}
