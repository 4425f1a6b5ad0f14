using Champions.Domain.Champions;
using Champions.Domain.FollowUps;
using Champions.Domain.HelpSlots;
using Champions.Domain.Staff;
using Champions.Domain.SupportSessions;
using Champions.Domain.Systems;
using Champions.Domain.Trusts;
using Champions.Domain.Wards;

namespace Champions.Infrastructure.Demo;

/// <summary>One trust of the demo while it is being made.</summary>
internal sealed class DemoTrust(TrustPlan plan, Trust trust, Dice dice)
{
    private readonly HashSet<(StaffMemberId, DateOnly)> taken = [];

    public TrustPlan Plan => plan;

    public Trust Trust => trust;

    public Dice Dice => dice;

    public List<Site> Sites { get; } = [];

    public List<Ward> Wards { get; } = [];

    public List<DigitalSystem> Systems { get; } = [];

    public List<SupportTopic> Topics { get; } = [];

    public List<StaffMember> People { get; } = [];

    public List<Champion> Champions { get; } = [];

    public List<HelpSlot> Slots { get; } = [];

    public List<SupportSession> Sessions { get; } = [];

    public List<FollowUp> FollowUps { get; } = [];

    /// <summary>
    /// A free time within the next 24 hours and in the middle of a day. The staff member with a button books it as if long ago, so its reminder
    /// is due the moment the demo exists.
    /// </summary>
    public HelpSlot? DueForReminder { get; set; }

    /// <summary>Members of staff who have no part of their own: the ones who book help.</summary>
    public List<StaffMember> Colleagues { get; } = [];

    public StaffMember Persona(string mailbox) => People.First(p => p.Email == $"{mailbox}@{plan.Domain}");

    public Champion? PersonaChampion =>
        plan.Personas.FirstOrDefault(p => p.IsChampion) is { } persona ? Champions.First(c => c.StaffMemberId == Persona(persona.Mailbox).Id) : null;

    /// <summary>Somebody who has nothing else booked on that day.</summary>
    public StaffMember ColleagueFreeOn(DateOnly day)
    {
        while (true)
        {
            var person = dice.Pick(Colleagues);
            if (taken.Add((person.Id, day)))
            {
                return person;
            }
        }
    }
}
