using Champions.Application.Exports;

namespace Champions.Application.Tests.Exports;

public sealed class CsvTextTests
{
    [Theory]
    [InlineData("=1+1")]
    [InlineData("+44")]
    [InlineData("-2")]
    [InlineData("@SUM(A1)")]
    [InlineData("   =1+1")]
    [InlineData("\u00a0=1+1")]
    [InlineData("\ufeff=1+1")]
    [InlineData("\u200b@x")]
    [InlineData("\u0000=1")]
    [InlineData("\tx")]
    [InlineData("\rx")]
    [InlineData("\nx")]
    [InlineData(" \tx")]
    [InlineData("＝1+1")]
    [InlineData("＋1")]
    [InlineData("－1")]
    [InlineData("＠x")]
    public void What_begins_like_a_formula_is_shown_as_text(string text) => CsvText.Safe(text).Should().Be("'" + text);

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("Maple Ward")]
    [InlineData("2-4 beds")]
    [InlineData("a=b")]
    [InlineData("Ward\t4")]
    [InlineData(null)]
    public void Other_text_stays_as_it_is(string? text) => CsvText.Safe(text).Should().Be(text);
}
