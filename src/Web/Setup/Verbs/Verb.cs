namespace Champions.Web.Setup.Verbs;

/// <summary>One thing the program does besides serving.</summary>
/// <param name="Name">First word after the program's name.</param>
/// <param name="Arguments">What follows it, as in a usage line.</param>
/// <param name="Does">One line of help.</param>
/// <param name="Read">Gets the words after the name, gives what to run. Null when they are not what the usage line says.</param>
internal sealed record Verb(string Name, string Arguments, string Does, Func<string[], Func<VerbContext, Task<int>>?> Read)
{
    /// <summary>May bring the database up to date on every provider; the others find it so or are refused.</summary>
    public bool ChangesSchema { get; init; }

    public string Usage => $"{Name} {Arguments}".TrimEnd();
}

/// <summary>What a verb works with.</summary>
/// <param name="Services">A scope of its own, with no actor.</param>
/// <param name="Out">What people read.</param>
/// <param name="Error">Refusals and problems.</param>
internal sealed record VerbContext(IServiceProvider Services, TextWriter Out, TextWriter Error)
{
    /// <summary>Exit code of a verb that did what it was asked to.</summary>
    public const int Done = 0;

    /// <summary>Exit code of a verb that refused; the reason has been written.</summary>
    public const int Refused = 1;

    /// <summary>Exit code when the words on the command line make no sense.</summary>
    public const int WrongUsage = 2;

    public async Task<int> RefuseAsync(string reason)
    {
        await Error.WriteLineAsync(reason);
        return Refused;
    }
}
