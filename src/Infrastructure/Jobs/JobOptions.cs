using Microsoft.Extensions.Configuration;

namespace Champions.Infrastructure.Jobs;

/// <summary>Configuration keys <c>Jobs:*</c>.</summary>
internal sealed record JobOptions(bool Enabled, TimeSpan Poll)
{
    /// <exception cref="StartRefusedException">A setting cannot be used; the message names it.</exception>
    public static JobOptions From(IConfiguration configuration)
    {
        var section = configuration.GetSection("Jobs");
        return new JobOptions(section.Switch("Enabled", otherwise: true), TimeSpan.FromSeconds(section.Number("PollSeconds", 5, 1, 60)));
    }
}
