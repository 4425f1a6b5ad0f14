namespace Champions.Infrastructure.Demo;

/// <summary>Invented people: first names and surnames from the languages heard on a British ward, put together by chance.</summary>
internal static class Names
{
    private const string First =
        "Aaliyah Aisha Alice Amelia Ana Anita Anthony Arjun Beatriz Ben Bronwen Callum Carlos Catherine Charlotte Chidi Chloe Claire Connor Daisy David Divya "
        + "Eilidh Elena Ellie Emeka Emma Ethan Farah Fatima Fiona Florence Freya Gareth Gemma George Hannah Harriet Hassan Hugo Ibrahim Imogen Isla Jack Jamal "
        + "James Jasmine Jodie Joseph Joy Kasia Katie Kelechi Kiran Laura Leanne Liam Lucy Maria Mateusz Maya Megan Mei Mohammed Nadia Naomi Niamh Nikhil Noor "
        + "Oliver Olivia Omar Owen Patience Peter Rachel Rahul Rebecca Rhys Rosa Ruth Samira Sanjay Sarah Seren Shanice Sofia Sunita Tariq Thandi Theo Victoria Wei Yasmin Zainab Zoe";

    private const string Last =
        "Abbott Achebe Adams Adeyemi Ahmed Akhtar Allen Andersson Armstrong Asante Bailey Banerjee Barnes Begum Bell Bianchi Boateng Brennan Brooks Burton "
        + "Campbell Chaudhry Chen Choudhury Clarke Coleman Cooper Costa Davies Desai Dixon Doyle Edwards Ellis Evans Farrell Fernandes Fletcher Fox Garcia Gibson "
        + "Gill Graham Griffiths Hall Harris Hassan Hill Hussain Iqbal Jackson Jenkins Johnson Jones Joshi Kamara Kaur Kelly Khan Kowalska Kumar Lawson Lee Lewis "
        + "Lloyd Lopez Mahmood Marsh Mbeki Mensah Miah Mitchell Morris Murphy Nowak Nwosu Okafor Owens Parker Patel Perera Phillips Popescu Price Quinn Rahman "
        + "Ramos Rao Roberts Rossi Santos Shah Sharma Silva Simpson Singh Stewart Sullivan Sutton Taylor Tembo Thomas Turner Walsh Ward Watson Wilson Wong Wright Young";

    /// <summary>Each full name once.</summary>
    public static IEnumerator<string> Shuffled(Dice dice)
    {
        var last = Last.Split(' ');
        return dice.Shuffle(First.Split(' ').SelectMany(first => last.Select(surname => $"{first} {surname}"))).GetEnumerator();
    }
}
