using System.Net;
using Champions.Web.Tests.Entering;

namespace Champions.Web.Tests.Access.SignOn;

/// <summary>How browsers come to an identity provider and back: cookies, other sites, and what is logged.</summary>
public sealed class SignOnDoorTests
{
    [Fact]
    public async Task A_refused_answer_is_logged_with_its_provider_and_nothing_of_what_it_said()
    {
        await using var world = await SignOnWorld.CreateAsync(DatabaseKind.Sqlite);
        await world.LinkAsync(world.Trust.AsChampion, "subject-1");
        await world.Provider.PersonIsAsync("subject-1", "amara@trust.example");
        await world.Provider.LieAsync("nonce");
        using var log = CollectedLog.Of(world.App);

        (await world.LogInAsync(world.App.NewVisitor())).Status.Should().Be(HttpStatusCode.BadRequest);

        log.Text.Should().Contain($"Log-in by SingleSignOn failed: SingleSignOn.AnswerRefused of provider {world.Id.Value}").And.NotContain("amara@trust.example");
    }
}
