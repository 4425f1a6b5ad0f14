using System.Net;
using System.Text.RegularExpressions;
using Champions.Domain.Accounts;
using Champions.TestSupport.Web;

namespace Champions.Web.Tests.Entering;

/// <summary>Whoever types an address learns nothing about who has it.</summary>
public sealed partial class SameForEverybodyTests
{
    /// <summary>As long as each other, so that their length tells nothing either.</summary>
    private const string Unknown = "xxx.xxxxxx@nobodyknows.example";
    private const string NewInDomain = "xxxx.xxxxxxx@newcomers.example";

    [Theory, EveryDatabase]
    public async Task Known_new_and_unknown_people_get_the_same_bytes_at_every_step(DatabaseKind kind)
    {
        await using var door = await CodeDoor.OpenAsync(kind);
        var known = Given.Person(door.Trust.Trust.Id, "Same Length", "xxx.xxxxxxx@knownpeople.example"[..Unknown.Length]);
        await door.App.Db.SaveAsync(known, Account.For(known, Roles.None, Given.Now));

        var journeys = new List<string>();
        foreach (var address in (string[])[known.Email, NewInDomain, Unknown])
        {
            journeys.Add(await JourneyAsync(door, address));
        }

        journeys.Distinct(StringComparer.Ordinal).Should().ContainSingle();
        (await door.App.Db.EmailsAsync()).Select(e => e.ToAddress).Distinct().Should().BeEquivalentTo(known.Email, NewInDomain);
    }

    /// <summary>Every answer on the way, with what is random in each taken out but for its length.</summary>
    private static async Task<string> JourneyAsync(CodeDoor door, string address)
    {
        var visitor = door.App.NewVisitor();
        var form = await visitor.OpenAsync("/sign-in");
        using var asked = await PostAsync(visitor, "/sign-in", form.Token, ("Input.Email", address));
        var all = $"{(int)asked.StatusCode} {asked.Headers.Location} {HeadersOf(asked)}\n";
        var code = await visitor.OpenAsync("/sign-in/code");
        all += code.Body;
        for (var wrong = 0; wrong <= OneTimeCode.Tries; wrong++)
        {
            using var tried = await PostAsync(visitor, "/sign-in/code", code.Token, ("Input.Code", "0000000"[..(wrong == 0 ? 5 : 6)]));
            all += $"{(int)tried.StatusCode} {HeadersOf(tried)}\n{await tried.Content.ReadAsStringAsync()}";
        }

        for (var more = 0; more < 6; more++)
        {
            using var again = await PostAsync(visitor, "/sign-in/code?handler=Again", code.Token);
            all += $"{(int)again.StatusCode} {again.Headers.Location} {HeadersOf(again)}\n";
        }

        return Random().Replace(all.Replace(address, "ADDRESS", StringComparison.Ordinal), match => $"RANDOM{match.Length}");
    }

    private static Task<HttpResponseMessage> PostAsync(Visitor visitor, string to, string token, params (string Name, string Value)[] fields) =>
        visitor.Client.PostAsync(to, new FormUrlEncodedContent(
            fields.Append(("__RequestVerificationToken", token)).Select(f => KeyValuePair.Create(f.Item1, f.Item2))));

    private static string HeadersOf(HttpResponseMessage answer) =>
        string.Join(", ", answer.Headers.Concat(answer.Content.Headers).OrderBy(h => h.Key, StringComparer.Ordinal).SelectMany(h => h.Value.Select(v => $"{h.Key}: {v}")));

    /// <summary>Encrypted values: cookies and form tokens.</summary>
    [GeneratedRegex("CfDJ8[A-Za-z0-9_-]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Random();
}
