namespace Champions.Web.Nhs;

/// <summary>One column: what stands below it ("7 Sep"), its value, and the words of its row in the table when they differ.</summary>
public sealed record ColumnChartPoint(string Label, int Value, string? LongLabel = null);
