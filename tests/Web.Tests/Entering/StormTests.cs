using System.Net;
using Champions.TestSupport.Web;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Champions.Web.Tests.Entering;

public sealed class StormTests
{
    [Fact]
    public async Task Of_200_log_ins_at_once_22_are_worked_on_the_others_are_told_when_to_come_back_and_people_inside_notice_nothing()
    {
        using var gate = new GatedHasher();
        await using var app = await ChampionsApp.StartAsync(DatabaseKind.Sqlite, services => services.AddSingleton<IPasswordHasher<Account>>(gate));
        var trust = await SmallTrust.CreateAsync(app.Db);
        gate.Open();
        var inside = await app.SignInAsync(trust.AsStaff);
        var visitors = Enumerable.Range(0, 200).Select(_ => app.NewVisitor()).ToList();
        var form = await Task.WhenAll(visitors.Select(v => v.OpenAsync("/sign-in/password")));
        await app.NewVisitor().LogInAsync("first@trust.example");
        gate.Close();

        var storm = visitors.Select((visitor, i) => visitor.Client.PostAsync("/sign-in/password", new FormUrlEncodedContent(
            form[i].FieldsOf("Log in", ("Input.Email", $"person{i}@trust.example"), ("Input.Password", "a wrong one")).Select(f => KeyValuePair.Create(f.Name, f.Value)))))
            .ToList();
        await Poll.UntilAsync(() => storm.Count(s => s.IsCompleted) == 178, "178 to be refused");

        (await inside.OpenAsync("/home")).Status.Should().Be(HttpStatusCode.OK, "nobody inside waits for the storm");
        gate.Running.Should().Be(2);
        foreach (var refused in storm.Where(s => s.IsCompleted))
        {
            var answer = await refused;
            answer.StatusCode.Should().Be(HttpStatusCode.TooManyRequests);
            answer.Headers.RetryAfter!.ToString().Should().Be("30");
            (await answer.Content.ReadAsStringAsync()).Should().Contain("Many people are logging in at this moment. Wait half a minute and try again.");
        }

        gate.Open();
        (await Task.WhenAll(storm)).Count(a => a.StatusCode == HttpStatusCode.BadRequest).Should().Be(22);
    }

    /// <summary>Hashes while the gate is open, and holds everybody else.</summary>
    private sealed class GatedHasher : IPasswordHasher<Account>, IDisposable
    {
        private readonly ManualResetEventSlim gate = new();
        private int running;

        public int Running => Volatile.Read(ref running);

        public void Open() => gate.Set();

        public void Close() => gate.Reset();

        public string HashPassword(Account user, string password) => Hold("hash");

        public PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword) =>
            Hold(PasswordVerificationResult.Failed);

        public void Dispose() => gate.Dispose();

        private T Hold<T>(T answer)
        {
            Interlocked.Increment(ref running);
            gate.Wait(TimeSpan.FromMinutes(2));
            Interlocked.Decrement(ref running);
            return answer;
        }
    }
}
