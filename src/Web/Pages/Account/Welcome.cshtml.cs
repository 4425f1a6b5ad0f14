using System.ComponentModel.DataAnnotations;
using Champions.Application.Entering;
using Champions.Application.Wording;
using Champions.Domain.Staff;
using Champions.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.RateLimiting;

namespace Champions.Web.Pages.Account;

/// <summary>The first time somebody comes in: who they are and where they work, nothing else.</summary>
[EnableRateLimiting(AccessSetup.SignInLimit)]
public sealed class WelcomeModel(WelcomeQueries queries, JoinTrustHandler join, DoorCookies cookies, Entrance entrance) : ChampionsPage
{
    private const string NoOneWard = "none";

    private NewColleague? colleague;
    private Welcome? welcome;

    [BindProperty]
    public Form Input { get; set; } = new();

    public string Address => Colleague.Address;

    public Welcome Welcome => welcome ?? throw new InvalidOperationException("Nobody new is here, so there is no page.");

    public IReadOnlyList<SelectListItem> Groups { get; } =
        [.. Enum.GetValues<StaffGroup>().Select(g => new SelectListItem(StaffGroupWords.Of(g), g.ToString())).OrderBy(i => i.Text, StringComparer.Ordinal)];

    public IReadOnlyList<SelectListItem> Wards =>
        [new("I do not work on one ward", NoOneWard), .. Welcome.Wards.Select(w => new SelectListItem(w.Name, w.Id.ToString()))];

    private NewColleague Colleague => colleague ?? throw new InvalidOperationException("Nobody new is here, so there is no page.");

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await LoadAsync(cancellationToken) ? Page() : SeeOther("/sign-in");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return SeeOther("/sign-in");
        }

        if (!ModelState.IsValid)
        {
            return Again();
        }

        if (Ward() is not { } ward)
        {
            return Refuse(EnteringErrors.WardUnknown, WardField);
        }

        var joined = await join.HandleAsync(
            new JoinTrust(Address, Input.Name!, Input.Group!.Value, ward == Guid.Empty ? null : new WardId(ward)), cancellationToken);
        if (!joined.IsSuccess)
        {
            return RefuseToJoin(joined.Error);
        }

        cookies.Forget<NewColleague>(HttpContext);
        var entered = await entrance.EnterAsync(
            HttpContext,
            new Arrival(
                joined.Value, Domain.Accounts.Account.FirstGeneration, SignInMethod.EmailCode, WithSecondFactor: false, Colleague.IsOwnPhone, Colleague.ReturnUrl));
        return entered.IsSuccess ? SeeOther(entered.Value) : Refuse(entered.Error);
    }

    private const string WardField = $"{nameof(Input)}.{nameof(Form.Ward)}";

    /// <summary>Empty for no one ward; null for what the list does not offer.</summary>
    private Guid? Ward() => Input.Ward == NoOneWard ? Guid.Empty
        : Guid.TryParse(Input.Ward, out var id) && Welcome.Wards.Any(w => w.Id == id) ? id
        : null;

    private IActionResult RefuseToJoin(Domain.Common.Error error)
    {
        if (error == EnteringErrors.AlreadyIn)
        {
            cookies.Forget<NewColleague>(HttpContext);
            return SeeOther(LocalAddress.WithReturn("/sign-in", Colleague.ReturnUrl));
        }

        return Refuse(error, error == EnteringErrors.WardUnknown ? WardField : error == EnteringErrors.NotOpen ? "" : $"{nameof(Input)}.{nameof(Form.Name)}");
    }

    /// <summary>False for a browser that has proved no address, or one that belongs to somebody by now.</summary>
    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        colleague = cookies.Read<NewColleague>(HttpContext);
        welcome = colleague is null ? null : await queries.FindAsync(colleague.Address, cancellationToken);
        return welcome is not null;
    }

    public sealed class Form
    {
        [Required(ErrorMessage = "Enter your name")]
        [StringLength(StaffMember.NameMax, ErrorMessage = "Enter a name of up to 80 characters")]
        public string? Name { get; set; }

        [Required(ErrorMessage = "Choose your staff group")]
        [EnumDataType(typeof(StaffGroup), ErrorMessage = "Choose your staff group")]
        public StaffGroup? Group { get; set; }

        [Required(ErrorMessage = "Choose your ward, or say that you do not work on one ward")]
        public string? Ward { get; set; }
    }
}
