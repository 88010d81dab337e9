using Lucene.Net.Index;
using Zukunftswerkstatt.Search.Snapshots;

namespace Zukunftswerkstatt.Search.Querying;

/// <summary>A phrase: all words, in exact form, each one position behind the one before.</summary>
/// <param name="words">Positions of each word, in the order of the phrase.</param>
/// <param name="cost">Documents of its rarest word.</param>
/// <param name="score">What a document with the phrase earns.</param>
internal sealed class PhraseCursor(DocsAndPositionsEnum[] words, long cost, float score) : ClauseCursor
{
    private List<int> _positions = [];
    private List<int> _next = [];

    public override long Cost => cost;

    public override int Next() => Advance(Document + 1);

    public override int Advance(int target)
    {
        while (true)
        {
            // 1. All words in one document.
            var document = target;
            for (var i = 0; i < words.Length; i++)
            {
                var found = words[i].DocID >= document ? words[i].DocID : words[i].Advance(document);
                if (found > document)
                {
                    document = found;
                    i = -1;
                }

                if (document == End)
                {
                    return Document = End;
                }
            }

            // 2. In a row.
            if (InARow())
            {
                return Document = document;
            }

            target = document + 1;
        }
    }

    public override float Score(SegmentData data, PartitionWeights weights) => score;

    /// <summary>Keeps, word by word, the positions at which a beginning of the phrase ends.</summary>
    private bool InARow()
    {
        _positions.Clear();
        for (var left = words[0].Freq; left > 0; left--)
        {
            _positions.Add(words[0].NextPosition());
        }

        for (var i = 1; i < words.Length && _positions.Count > 0; i++)
        {
            _next.Clear();
            var at = 0;
            for (var left = words[i].Freq; left > 0; left--)
            {
                var position = words[i].NextPosition();
                while (at < _positions.Count && _positions[at] + 1 < position)
                {
                    at++;
                }

                if (at < _positions.Count && _positions[at] + 1 == position)
                {
                    _next.Add(position);
                }
            }

            (_positions, _next) = (_next, _positions);
        }

        return _positions.Count > 0;
    }
}
