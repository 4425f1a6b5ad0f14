namespace Champions.Application.Jobs;

/// <summary>What ticks in this process, for the page of jobs.</summary>
/// <param name="Name">Quartz or Hangfire.</param>
/// <param name="IsOn">False when <c>Jobs:Enabled</c> leaves the work to another node.</param>
/// <param name="Poll">How often jobs that look for due work run.</param>
/// <param name="DashboardAddress">Where the engine shows its own page, if it has one.</param>
public sealed record JobEngine(string Name, bool IsOn, TimeSpan Poll, string? DashboardAddress);
