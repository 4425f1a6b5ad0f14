using System.Text.RegularExpressions;
using Champions.Application.Imports;
using Champions.TestSupport;

namespace Champions.Application.Tests.Imports;

public sealed class OdsNamesTests
{
    /// <summary>Every word that may stay in capitals in the real files: initials that a reader knows in capitals or that stand for a trust or site.</summary>
    private static readonly HashSet<string> Capitals = new(StringComparer.Ordinal)
    {
        "A&E", "AAU", "AIRS", "AMH", "AWP", "B&D", "BCF", "BCS", "BMI", "CAMHS", "CAS", "CGL", "CLS", "CMHT", "COC", "CUH", "DC",
        "E&N", "EAS", "ECH", "EICO", "EK", "EMH", "EMI", "EMSI", "ENT", "EPACT", "EPD", "EPMA", "FH", "FP", "FT", "GH", "GOSH",
        "GP", "GSTT", "GU", "GUM", "HBSS", "HCD", "HOB", "HQ", "HRH", "HSH", "II", "IPU", "L&G", "LD", "LGT", "MAU", "MC", "MHU",
        "MIU", "MMH", "MSU", "NCCC", "NGH", "NHNN", "NHS", "NHST", "NTBC", "OAHTT", "OP", "OPMH", "OT", "PC", "PCAS", "PCC",
        "PCH", "PCT", "PRH", "PTS", "QEQM", "RAID", "RCIU", "RD", "RLUH", "RMH", "RP", "RSH", "RVI", "S&O", "SGH", "SLT", "SM",
        "SMCS", "SRFT", "STARRS", "UCH", "UCLH", "UDH", "UHS", "VII", "WLMHT", "YG",
    };

    [Theory]
    [InlineData("BRISTOL NHS FOUNDATION TRUST", "Bristol NHS Foundation Trust")]
    [InlineData("ST MARY'S HOSPITAL", "St Mary's Hospital")]
    [InlineData("ST. GEORGE'S HOSPITAL (CLARE HOUSE)", "St. George's Hospital (Clare House)")]
    [InlineData("GUY'S AND ST THOMAS' NHS FOUNDATION TRUST", "Guy's and St Thomas' NHS Foundation Trust")]
    [InlineData("MANCHESTER UNIVERSITY HOSPITAL NHS FT (HQ)", "Manchester University Hospital NHS FT (HQ)")]
    [InlineData("THE QUEEN ELIZABETH HOSPITAL, KING'S LYNN, NHS FOUNDATION TRUST", "The Queen Elizabeth Hospital, King's Lynn, NHS Foundation Trust")]
    [InlineData("ISLE OF WIGHT NHS TRUST", "Isle of Wight NHS Trust")]
    [InlineData("THE NEWCASTLE UPON TYNE HOSPITALS NHS FOUNDATION TRUST", "The Newcastle upon Tyne Hospitals NHS Foundation Trust")]
    [InlineData("LEWISHAM HOSPITAL - PAED A&E", "Lewisham Hospital - Paed A&E")]
    [InlineData("NORTH TYNESIDE GENERAL HOSPITAL - A & E - PRESCRIBING", "North Tyneside General Hospital - A & E - Prescribing")]
    [InlineData("ROYAL NATIONAL THROAT, NOSE & EAR HOSPITAL", "Royal National Throat, Nose & Ear Hospital")]
    [InlineData("SOUTHPORT & FORMBY DISTRICT GENERAL HOSPITAL (S&O TRUST)", "Southport & Formby District General Hospital (S&O Trust)")]
    [InlineData("CHESTER-LE-STREET COMMUNITY HOSPITAL", "Chester-le-Street Community Hospital")]
    [InlineData("MORETON-IN-MARSH HOSPITAL SITE", "Moreton-in-Marsh Hospital Site")]
    [InlineData("TOWERS HOSPITAL (THE CABIN)", "Towers Hospital (The Cabin)")]
    [InlineData("HELD AT - THE LODGE", "Held at - The Lodge")]
    [InlineData("PHOTOPHERESIS SERVICE, THE ROYAL BELFAST HOSPITAL FOR SICK CHILDREN", "Photopheresis Service, the Royal Belfast Hospital for Sick Children")]
    [InlineData("KING EDWARD VII HOSPITAL", "King Edward VII Hospital")]
    [InlineData("MENTAL HEALTH SERVICE (QUEEN ELIZABETH II HOSPITAL)", "Mental Health Service (Queen Elizabeth II Hospital)")]
    [InlineData("QE2 ADULT WELWYN WARD MENTAL HEALTH UNIT", "QE2 Adult Welwyn Ward Mental Health Unit")]
    [InlineData("WARD 7B", "Ward 7B")]
    [InlineData("WARD J3", "Ward J3")]
    [InlineData("DAY HOSPITAL - P7D", "Day Hospital - P7D")]
    [InlineData("4TH FLOOR, EAST WING", "4th Floor, East Wing")]
    [InlineData("SIR G.B. HUNTER MEMORIAL HOSPITAL - PRESCRIBING", "Sir G.B. Hunter Memorial Hospital - Prescribing")]
    [InlineData("TRAMWAYS MEDICAL CENTRE (O'CONNELL)", "Tramways Medical Centre (O'Connell)")]
    [InlineData("VICTORIA HOSPITAL W'BORNE", "Victoria Hospital W'Borne")]
    [InlineData("GLAN CLWD HOSPITAL", "Glan Clwd Hospital")]
    [InlineData("ST THOMAS' HOSPITAL (CAMHS MENTAL HEALTH UNIT)", "St Thomas' Hospital (CAMHS Mental Health Unit)")]
    [InlineData("MCINDOE CENTRE", "McIndoe Centre")]
    [InlineData("PRUDHOE HOSPITAL TEAM C", "Prudhoe Hospital Team C")]
    [InlineData("  WEST   END\tRESOURCE CENTRE ", "West End Resource Centre")]
    [InlineData("YSBYTY GWYNEDD", "Ysbyty Gwynedd")]
    [InlineData("ÉCOLE ÎLE HOSPITAL", "École Île Hospital")]
    [InlineData("ROYAL ALEXANDRA CHILDREN’S HOSPITAL", "Royal Alexandra Children’s Hospital")]
    [InlineData("", "")]
    public void A_name_in_capitals_is_written_as_people_write_it(string name, string expected) => OdsNames.ToDisplay(name).Should().Be(expected);

    [Theory]
    [InlineData("Bristol NHS Foundation Trust")]
    [InlineData("Ward 7B at St Mary's")]
    [InlineData("iCARE Centre")]
    public void A_name_already_written_by_a_person_is_left_alone(string name) => OdsNames.ToDisplay(name).Should().Be(name);

    [Fact]
    public async Task No_word_of_the_real_names_is_left_in_capitals_but_known_initials()
    {
        var left = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in await RealNames())
        {
            var shown = OdsNames.ToDisplay(name);
            foreach (Match word in Regex.Matches(shown, @"[\p{L}\p{Nd}&'’]+", RegexOptions.None, TimeSpan.FromSeconds(1)))
            {
                var inCapitals = word.Value.Count(char.IsLetter) > 1 && !word.Value.Any(char.IsLower) && !word.Value.Any(char.IsDigit);
                if (inCapitals && !Capitals.Contains(word.Value))
                {
                    left[word.Value] = shown;
                }
            }
        }

        string.Join(" | ", left.Select(word => $"{word.Key} in {word.Value}")).Should().BeEmpty();
    }

    [Fact]
    public async Task The_real_names_keep_every_letter_and_are_unchanged_by_a_second_pass()
    {
        foreach (var name in await RealNames())
        {
            var shown = OdsNames.ToDisplay(name);
            shown.ToUpperInvariant().Should().Be(Regex.Replace(name, @"\s+", " ", RegexOptions.None, TimeSpan.FromSeconds(1)));
            OdsNames.ToDisplay(shown).Should().Be(shown);
            char.IsLower(shown[0]).Should().BeFalse(shown);
        }
    }

    private static async Task<List<string>> RealNames()
    {
        var names = new List<string>();
        foreach (var file in (string[])[TestData.TrustsInApril, TestData.TrustsInJuly, TestData.HospitalsAndWards, TestData.SitesOfThreeTrusts])
        {
            await using var stream = TestData.Open(file);
            names.AddRange((await OdsFile.ReadAsync(stream)).Rows.Select(row => row.Name));
        }

        names.Should().HaveCount(274 + 274 + 3_056 + 322);
        return names;
    }
}
