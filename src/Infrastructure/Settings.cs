using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Champions.Infrastructure;

/// <summary>Reads single settings and refuses, naming the key, what cannot be used.</summary>
internal static class Settings
{
    public static T Choice<T>(this IConfigurationSection section, string key, T otherwise) where T : struct, Enum
    {
        if (section[key] is not { Length: > 0 } named)
        {
            return otherwise;
        }

        // Numbers parse as enumerations too, but nobody means them
        return char.IsAsciiLetter(named[0]) && Enum.TryParse<T>(named, ignoreCase: true, out var value) && Enum.IsDefined(value)
            ? value
            : throw new StartRefusedException($"{section.Path}:{key} is \"{named}\". Use {string.Join(" or ", Enum.GetNames<T>())}.");
    }

    public static int Number(this IConfigurationSection section, string key, int otherwise, int least, int most)
    {
        if (section[key] is not { Length: > 0 } typed)
        {
            return otherwise;
        }

        return int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new StartRefusedException($"{section.Path}:{key} is \"{typed}\". Use a whole number from {least} to {most}.");
    }

    public static bool Switch(this IConfigurationSection section, string key, bool otherwise)
    {
        if (section[key] is not { Length: > 0 } typed)
        {
            return otherwise;
        }

        return bool.TryParse(typed, out var on)
            ? on
            : throw new StartRefusedException($"{section.Path}:{key} is \"{typed}\". Use true or false.");
    }
}
