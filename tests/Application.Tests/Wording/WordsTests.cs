using Champions.Application.Wording;
using Champions.Domain.FollowUps;
using Champions.Domain.HelpSlots;
using Champions.Domain.SupportSessions;

namespace Champions.Application.Tests.Wording;

public sealed class WordsTests
{
    private static readonly DateOnly Today = new(2026, 11, 24);

    [Fact]
    public void Every_answer_has_words_of_its_own()
    {
        Each<SessionOutcome>(SessionOutcomeWords.Of);
        Each<Domain.SupportSessions.Barrier>(BarrierWords.Of);
        Each<SupportKind>(SupportKindWords.Of);
        Each<DoneBy>(DoneByWords.Of);
        Each<SessionAnswer>(a => SessionChangeWords.Of(new SessionChange(a), new Dictionary<string, string>()));
        Each<FollowUpStatus>(s => FollowUpStatusWords.Of(s, Today.AddDays(1), Today));
    }

    [Theory]
    [InlineData(-1, "Overdue")]
    [InlineData(0, "Due today")]
    [InlineData(1, "Open")]
    public void An_open_follow_up_is_named_by_its_day(int days, string words) =>
        FollowUpStatusWords.Of(FollowUpStatus.Open, Today.AddDays(days), Today).Should().Be(words);

    [Theory]
    [InlineData(SessionAnswer.Day, "2026-11-23", "2026-11-24", "Day changed from Monday 23 November 2026 to Tuesday 24 November 2026")]
    [InlineData(SessionAnswer.Minutes, "15", "75", "Length changed from 15 minutes to 1 hour 15 minutes")]
    [InlineData(SessionAnswer.Outcome, "Resolved", "NeedsFollowUp", "Outcome changed from Solved to Needs a follow-up")]
    [InlineData(SessionAnswer.Mode, "Phone", "Group", "Way of meeting changed from Phone call to Group session")]
    [InlineData(SessionAnswer.Kind, null, "Tuition", "Kind of help added: Taught how to do it")]
    [InlineData(SessionAnswer.DoneBy, "DoneTogether", null, "Who did it removed: We did it together")]
    [InlineData(SessionAnswer.Ward, "a", "b", "Ward changed from Maple Ward to one that is no longer listed")]
    [InlineData(SessionAnswer.People, "1", "4", "People helped changed from 1 to 4")]
    [InlineData(SessionAnswer.Note, null, null, "Note changed")]
    [InlineData(SessionAnswer.FollowUp, null, null, "Follow-up added")]
    public void A_change_reads_as_people_say_it(SessionAnswer answer, string? from, string? to, string words) =>
        SessionChangeWords.Of(new SessionChange(answer, from, to), new Dictionary<string, string> { ["a"] = "Maple Ward" }).Should().Be(words);

    private static void Each<T>(Func<T, string> words) where T : struct, Enum =>
        Enum.GetValues<T>().Select(words).Should().OnlyHaveUniqueItems().And.NotContain("");
}
