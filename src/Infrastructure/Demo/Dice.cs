namespace Champions.Infrastructure.Demo;

/// <summary>Chance that falls the same way each time, so that two demos made at one instant tell the same story.</summary>
internal sealed class Dice(int seed)
{
    // A seeded Random gives the same numbers on every machine; nothing here guards a secret.
    private readonly Random random = new(seed);

    /// <summary>Both ends may come up.</summary>
    public int Between(int least, int most) => random.Next(least, most + 1);

    /// <summary>True so many times in a hundred.</summary>
    public bool Chance(int percent) => random.Next(100) < percent;

    public T Pick<T>(IReadOnlyList<T> list) => list[random.Next(list.Count)];

    /// <summary>Each value comes up as often as its weight says.</summary>
    public T Pick<T>(IReadOnlyList<(T Value, int Weight)> list)
    {
        var at = random.Next(list.Sum(l => l.Weight));
        return list.First(l => (at -= l.Weight) < 0).Value;
    }

    public IReadOnlyList<T> Shuffle<T>(IEnumerable<T> list)
    {
        var shuffled = list.ToArray();
        random.Shuffle(shuffled);
        return shuffled;
    }

    public Guid Key()
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }
}
