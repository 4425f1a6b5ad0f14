using Microsoft.Playwright;

namespace Champions.Browser.Tests.Running;

/// <summary>Chromium's own authenticator: a device that makes passkeys and signs with them, past nothing of the page.</summary>
public sealed class VirtualDevice
{
    private readonly ICDPSession session;
    private readonly string id;

    private VirtualDevice(ICDPSession session, string id)
    {
        this.session = session;
        this.id = id;
    }

    /// <summary>Gives the person's browser a device that asks for a finger and always gets the right one.</summary>
    public static async Task<VirtualDevice> PlugInAsync(Person person)
    {
        var talk = await person.Context.NewCDPSessionAsync(person.Page);
        await talk.SendAsync("WebAuthn.enable");
        var added = await talk.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["options"] = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
        return new VirtualDevice(talk, added!.Value.GetProperty("authenticatorId").GetString()!);
    }

    /// <summary>From now on it is, or is not, the right finger.</summary>
    public Task RecogniseAsync(bool person) => session.SendAsync("WebAuthn.setUserVerified", new Dictionary<string, object>(StringComparer.Ordinal)
    {
        ["authenticatorId"] = id,
        ["isUserVerified"] = person,
    });

    /// <summary>How many passkeys it holds.</summary>
    public async Task<int> CountAsync()
    {
        var held = await session.SendAsync("WebAuthn.getCredentials", new Dictionary<string, object>(StringComparer.Ordinal) { ["authenticatorId"] = id });
        return held!.Value.GetProperty("credentials").GetArrayLength();
    }
}
