using Bookonce.Domain.Matching;

namespace Bookonce.Bench.Matching;

/// <summary>Documents and entries, and what truly belongs together.</summary>
/// <param name="Documents">Booked invoices and credit notes; a third of them is in no books.</param>
/// <param name="Entries">What a bookkeeper typed; a third of it belongs to no document.</param>
/// <param name="DocumentOf">For every entry the place of its document, or −1.</param>
/// <param name="LookAlikes">The share of documents that have a look-alike.</param>
sealed record World(MatchDocument[] Documents, MatchEntry[] Entries, int[] DocumentOf, double LookAlikes)
{
    const double Copied = 0.654,
        CopiedTwice = 0.013;

    /// <summary>A world that depends on nothing but its seed, its size and its noise.</summary>
    public static World Make(int seed, int size, Noise noise)
    {
        var random = new Random(seed);
        var cast = new Cast(Math.Max(20, size / 20), random);
        var span = size switch
        {
            <= 1_000 => 365,
            <= 20_000 => 730,
            _ => 1_461,
        };
        var story = new Story(cast, random, span);
        var (documents, customers) = story.Write(size, noise.LookAlike * 0.8);
        var typist = new Typist(noise, random);
        var strangers = new Strangers(cast, random, story);

        var entries = new List<(MatchEntry Entry, int Document)>(size);
        for (var document = 0; document < size; document++)
        {
            if (!random.Chance(Copied))
                continue;
            entries.Add((typist.Type(documents[document], customers[document]), document));
            if (random.Chance(CopiedTwice / Copied))
                entries.Add(
                    (
                        random.Chance(0.5)
                            ? typist.Type(documents[document], customers[document])
                            : Typist.Connect(documents[document], customers[document]),
                        document
                    )
                );
        }
        var alike = new HashSet<int>();
        while (alike.Count < size * noise.LookAlike * 0.24)
        {
            var document = random.Next(size);
            if (alike.Add(document))
                entries.Add((strangers.LookAlike(documents[document], customers[document]), -1));
        }
        while (entries.Count < size)
            entries.Add((strangers.Any(documents), -1));

        var shuffled = entries.ToArray();
        random.Shuffle(shuffled);
        return new World(
            documents,
            [.. shuffled.Select((pair, place) => pair.Entry with { Id = $"e{place}", Number = 26_700_001 + place })],
            [.. shuffled.Select(pair => pair.Document)],
            Alike.Share(documents, shuffled.Where(pair => pair.Document < 0).Select(pair => pair.Entry))
        );
    }
}
