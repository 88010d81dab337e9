namespace Zukunftswerkstatt.Knowledge;

/// <summary>Distinct titles: every initiative has a pair of noun and place of its own, with nouns as frequent as in the texts.</summary>
internal sealed class GeneratedTitles(IReadOnlyList<GeneratedPlace> places, Words words, Zipf nounRanks, int seed)
{
    private const int Purpose = 3;

    // Coprime to any number of places below it: neighbours in the register do not follow each other.
    private const long Stride = 1_000_003;

    public GeneratedPlace Place(int index) => places[(int)(index % places.Count * Stride % places.Count)];

    /// <summary>The initiative's noun: none that an earlier initiative of the place has.</summary>
    public Noun Subject(int index)
    {
        var (round, place) = Math.DivRem(index, places.Count);
        var taken = new HashSet<int>(round + 1);
        for (var earlier = 0; ; earlier++)
        {
            var dice = Dice.For(seed, Purpose, place, earlier);
            int rank;
            do
            {
                rank = nounRanks.Draw(dice);
            }
            while (!taken.Add(rank));
            if (earlier == round)
            {
                return words.Noun(rank);
            }
        }
    }

    public string Title(int index, Noun subject, GeneratedPlace place)
    {
        var dice = Dice.For(seed, Purpose + 1, index);
        return dice.Below(20) switch
        {
            < 8 => $"{subject.Word} {place.Title}",
            < 11 => $"{subject.Word} für {place.Title}",
            < 14 => $"{subject.Word} in {place.Title}",
            < 16 => $"{words.Name(dice)}: {subject.Word} {place.Title}",
            < 18 => $"{subject.Word} und {words.Noun(nounRanks.Draw(dice)).Word} {place.Title}",
            _ => $"Neuer Anfang mit {subject.Word} {place.Title}",
        };
    }
}
