namespace Champions.TestSupport;

/// <summary>The real files in the folder Data, found beside the test assembly.</summary>
public static class TestData
{
    public const string TrustsInApril = "ods-etr-nhs-trusts-2026-04.csv";
    public const string TrustsInJuly = "ods-etr-nhs-trusts-2026-07.csv";
    public const string HospitalsAndWards = "ods-ets-trust-sites-2018-hospitals-and-wards.csv";
    public const string SitesOfThreeTrusts = "ods-ets-trust-sites-2018-all-sites-3-trusts.csv";

    public static string PathOf(string file) => Path.Combine(AppContext.BaseDirectory, "Data", file);

    public static Stream Open(string file) => File.OpenRead(PathOf(file));
}
