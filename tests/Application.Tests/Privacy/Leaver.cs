using Champions.Application.Abstractions;
using Champions.Application.Privacy;
using Champions.Application.Tests.Outbox;
using Champions.Application.Tests.PeopleList;
using Champions.Domain.Accounts;
using Champions.Domain.Champions;
using Champions.Domain.Common;
using Champions.Domain.Staff;
using Champions.Domain.SupportSessions;
using Microsoft.Extensions.DependencyInjection;

namespace Champions.Application.Tests.Privacy;

/// <summary>Niamh, who was champion and coordinator, helped and was helped, wrote and was written about, and has left.</summary>
internal sealed class Leaver
{
    public const string Name = "Niamh O'Brien";

    /// <summary>By which she is found again, however her name is written.</summary>
    public static readonly string[] Words = ["Niamh", "Brien"];

    private Leaver(MailDesk desk, StaffMember person, Champion champion, Actor actor)
    {
        Desk = desk;
        Person = person;
        Champion = champion;
        Account = Account.For(person, Roles.Coordinator, Given.Now);
        Actor = actor with { AccountId = Account.Id, Roles = Roles.Staff | Roles.Champion | Roles.Coordinator, ProvedAt = Given.Now, SecondFactorAt = Given.Now };
    }

    public MailDesk Desk { get; }

    public StaffMember Person { get; }

    public Champion Champion { get; }

    public Account Account { get; }

    public Actor Actor { get; }

    /// <summary>Booked with her, to come.</summary>
    public BookingId WithHer { get; private set; }

    /// <summary>Booked by her, to come.</summary>
    public BookingId ByHer { get; private set; }

    /// <summary>With a second factor given just now.</summary>
    public Actor Administrator => SmallTrust.AsAdministrator with { ProvedAt = Desk.Db.Clock.Now, SecondFactorAt = Desk.Db.Clock.Now };

    private static DateTimeOffset Later => Given.TomorrowAfternoon.AddDays(7);

    /// <summary>A life at the trust: two days of it gone by, two bookings to come.</summary>
    public static async Task<Leaver> WhoWasBusyAsync(MailDesk desk)
    {
        var (person, champion, actor) = await desk.HireChampionAsync(Name);
        var leaver = new Leaver(desk, person, champion, actor);
        await leaver.OpenWaysInAsync();
        await leaver.HelpAsync();
        await desk.SendAsync();
        _ = (await PeopleList.Desk.InviteAsync(desk.Trust, leaver.Actor)).Value;

        desk.Db.Clock.Now = Given.Now.AddDays(2);
        await leaver.LeaveAsync();
        return leaver;
    }

    public Task LeaveAsync() => Desk.Db.ChangeAsync<StaffMember>(s => s.Id == Person.Id, s => s.Leave(Given.Today.AddDays(2)));

    /// <summary>An administrator with a fresh second factor takes the name away.</summary>
    public Task<Result<string>> AnonymiseAsync(Actor? actor = null, StaffMemberId? person = null)
    {
        var by = actor ?? Administrator;
        return Desk.Db.As(by, (AnonymisePersonHandler handler) => handler.HandleAsync(new AnonymisePerson(person ?? Person.Id), by, default));
    }

    public static Task<string?> NightAsync(TestDatabase db) => db.Run(scope => scope.GetRequiredService<ForgetLeavers>().RunAsync(default));

    private Task OpenWaysInAsync()
    {
        Account.SetPassword("a hash", Given.Now);
        Account.UseAuthenticator("sealed", 1, [new byte[RecoveryCode.HashBytes]]);
        return Desk.Db.SaveAsync(
            Account,
            AccountSession.Start(Account, new SessionStart(SignInMethod.Passkey, true, false, "Niamh's phone", "10.0.0.1"), Given.Now),
            new Passkey(Account.Id, [1, 2, 3], "Niamh's phone", Given.Now),
            new ExternalLogin(Account.Id, "https://login.example", Person.Email, Given.Now),
            OneTimeCode.For(CodePurpose.SignIn, Person.Email, new byte[OneTimeCode.HashBytes], new byte[OneTimeCode.HashBytes], Given.Now));
    }

    private async Task HelpAsync()
    {
        var (trust, amara) = (Desk.Trust, Desk.Trust.Champion);

        // Gone by when she leaves
        var helped = await Desk.BookAsync(await Desk.OfferAsync(Champion, Given.TomorrowAfternoon));
        var wasHelped = await Desk.BookAsync(await Desk.OfferAsync(amara, Given.TomorrowAfternoon.AddHours(1)), Actor);
        var hers = Given.Session(Champion, Given.Answers(note: "Niamh will send the leaflet"), helped);
        var kept = Given.FollowUp(hers, what: "Niamh rings back");
        _ = kept.Complete(SessionOutcome.Resolved, "Niamh rang", Given.Now);
        await Desk.Db.SaveAsync(
            hers,
            kept,
            Given.FollowUp(hers, what: "Niamh looks in again"),
            Given.Session(amara, Given.Answers(note: "She found the letter at once"), wasHelped));

        // What others wrote and named her in
        var named = Given.Session(amara, Given.Answers(note: "Shown by NIAMH O'BRIEN before"));
        var place = Given.Slot(amara, Given.Offer(Later.AddDays(1), place: "Niamh O'Brien's office"));
        await Desk.Db.SaveAsync(named, Given.FollowUp(named, what: "Ask Niamh O'Brien how"), place);
        var asked = Given.Slot(amara, Later.AddDays(2));
        asked.Book(trust.Colleague.Id, Given.Request(topic: "What Niamh O'Brien showed me"), Given.Now);
        await Desk.Db.SaveAsync(asked);

        // To come, one of them with a champion who took it over from her
        WithHer = await Desk.BookAsync(await Desk.OfferAsync(Champion, Later));
        ByHer = await Desk.BookAsync(await Desk.OfferAsync(amara, Later.AddHours(1)), Actor);
        var handedOver = await Desk.BookAsync(await Desk.OfferAsync(Champion, Later.AddDays(3)));
        await Desk.SendAsync();
        await Desk.MoveAsync(handedOver, await Desk.OfferAsync(amara, Later.AddDays(4)), Actor);
    }
}
