namespace Champions.Web.Pages.Account;

/// <summary>A form that is sent with what a device answered; without a script, or without a device, it is sent without.</summary>
public class PasskeyForm
{
    /// <summary>JSON that the script puts in.</summary>
    public string? Credential { get; set; }
}

/// <summary>The one button of a form that a device answers.</summary>
/// <param name="Action">Where it is sent.</param>
/// <param name="Does">"use" or "make", for the script.</param>
/// <param name="Button">Its words.</param>
public sealed record PasskeyButton(string Action, string Does, string Button)
{
    /// <summary>As of any other button.</summary>
    public string? Variant { get; init; }

    /// <summary>Where the person wanted to go.</summary>
    public string? ReturnUrl { get; init; }

    /// <summary>Sets it apart from another form above it; shown and hidden with the button.</summary>
    public string? Heading { get; init; }

    /// <summary>It is the first step of logging in, so the form asks whether the device is the person's own phone.</summary>
    public bool OpensSession { get; init; }

    /// <summary>Said in place of the button where no passkey can be used; null to say nothing.</summary>
    public string? Missing { get; init; }
}
