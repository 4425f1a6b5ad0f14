namespace Champions.Application.Lists;

/// <summary>An answer of a filter or of a drop-down list.</summary>
public sealed record Choice(Guid Id, string Name);
