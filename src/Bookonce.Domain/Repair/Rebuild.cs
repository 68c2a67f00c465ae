using Bookonce.Domain.Connections;
using Bookonce.Domain.Documents;
using Bookonce.Domain.Duplicates;
using Bookonce.Domain.Entries;
using Bookonce.Domain.Numbering;

namespace Bookonce.Domain.Repair;

/// <summary>
/// The official way: remove what the connection's documents have in its two journals from a date on, and book those again in
/// order. The numbers follow the last entry that survives, never a number that a document had.
/// </summary>
sealed class Rebuild
{
    readonly Standing standing;
    readonly RepairBooks books;
    readonly Removing removing;
    readonly Dictionary<Guid, Twin> remove = [];
    readonly Dictionary<Guid, SalesDocument> again = [];
    readonly Dictionary<Guid, Twin> relink = [];
    readonly Dictionary<Guid, IReadOnlyList<Twin>> twinsOf = [];
    readonly HashSet<Guid> withdrawn = [];
    readonly HashSet<Guid> typedBefore = [];
    readonly List<Obstacle> obstacles = [];
    readonly List<RepairStep> steps = [];
    readonly List<string> notes = [];

    Rebuild(Standing standing, IReadOnlyList<RepairCase> cases)
    {
        (this.standing, books, removing) = (standing, standing.Books, new Removing(standing));
        From = cases.Min(one => one.Date);
        foreach (var one in cases.OrderBy(one => one.Key, StringComparer.Ordinal))
            Take(one);
        foreach (var document in books.Books.Documents.Where(IsInRange).Order(DocumentOrder.OldestFirst))
            TakeRange(document);
    }

    /// <summary>From this date on, inclusive: a document's date.</summary>
    public DateOnly From { get; }

    /// <summary>Entries of the series that stay among those that are removed.</summary>
    public IReadOnlyList<Entry> Kept { get; private set; } = [];

    /// <summary>Whether rebuilding mends a case.</summary>
    public static bool Mends(RepairCase one) => one is not RepairCase.Found(Finding.TypedTwice);

    public static (Rebuild Rebuild, Remedy Remedy) Of(Standing standing, IReadOnlyList<RepairCase> cases)
    {
        var rebuild = new Rebuild(standing, cases);
        return (rebuild, rebuild.Made());
    }

    void Take(RepairCase one)
    {
        switch (one)
        {
            case RepairCase.Found(Finding.Twins(var document, _, var twins)):
                Take(document, twins);
                break;
            case RepairCase.Found(Finding.EntryGone(var document, _, var replacements)):
                Take(document, replacements);
                break;
            case RepairCase.Found(Finding.SameNumber(_, _, var holders)):
                foreach (var holder in holders)
                    Take(holder.Document, holder.Entry is { } twin ? [twin] : []);
                break;
            case RepairCase.Edited edited:
                Take(edited.Document, [standing.TwinOf(edited.Entry, edited.Document)]);
                break;
            case RepairCase.Withdrawn gone:
                withdrawn.Add(gone.Document.Id);
                steps.AddRange(Removing.FromTeamleader(gone));
                Take(gone.Document, [standing.TwinOf(gone.Entry, gone.Document)]);
                break;
        }
    }

    /// <summary>What stands outside the sales journals cannot be removed, so it stays and is the document's entry.</summary>
    void Take(SalesDocument document, IReadOnlyList<Twin> twins)
    {
        (again[document.Id], twinsOf[document.Id]) = (document, twins);
        foreach (var twin in twins)
            if (!twin.Entry.IsSales || twin.Holds(KeepReason.Shared) == Known.Yes)
                relink.TryAdd(document.Id, twin);
            else
                Remove(twin);
    }

    bool IsInRange(SalesDocument document) =>
        books.IsOwn(document) && document.Date >= From && !again.ContainsKey(document.Id);

    void TakeRange(SalesDocument document)
    {
        if (standing.Linked.LinkOf(document.Id) is not { } link || !books.IsOwn(link.Series.Journal))
            return;
        if (standing.Linked.EntryOf(link) is { } entry)
        {
            again[document.Id] = document;
            Remove(standing.TwinOf(entry, document));
        }
        else if (!standing.Linked.IsGone(link))
            obstacles.Add(
                new(
                    ObstacleReason.NotSeen,
                    $"{DocumentRef.Of(document)} was booked a moment ago: let a run read it back first."
                )
            );
    }

    void Remove(Twin twin)
    {
        remove.TryAdd(twin.Entry.LineId, twin);
        if (twin.Entry.Date < From)
            typedBefore.Add(twin.Entry.LineId);
    }

    Remedy Made()
    {
        var isWatch = books.Settings.Mode == Mode.Watch;
        obstacles.AddRange(again.Values.SelectMany(removing.OfOthers));
        foreach (var twin in remove.Values)
            obstacles.AddRange(removing.AgainstRemoving(twin).Where(found => !isWatch || IsOfTheBooks(found)));
        var booked = again
            .Values.Where(document => !withdrawn.Contains(document.Id) && !relink.ContainsKey(document.Id))
            .Order(DocumentOrder.OldestFirst)
            .ToArray();
        obstacles.AddRange(
            booked
                .Where(document => books.Unbookable.ContainsKey(document.Id))
                .Select(document => new Obstacle(
                    ObstacleReason.Unbookable,
                    $"{DocumentRef.Of(document)} cannot be booked: {books.Unbookable[document.Id].What}"
                ))
        );

        steps.AddRange(remove.Values.SelectMany(Removing.Unmatch));
        steps.AddRange(remove.Values.Select(twin => new RepairStep.RemoveEntry(twin.Entry)));
        foreach (var document in again.Values)
            if (relink.TryGetValue(document.Id, out var survivor))
            {
                if (!survivor.IsLinked)
                    steps.Add(new RepairStep.LinkTo(DocumentRef.Of(document), survivor.Entry, LinkOf(document)));
            }
            else if (LinkOf(document) is { } link)
                steps.Add(new RepairStep.Release(DocumentRef.Of(document), link));
        Number(booked);
        Tell(booked);

        return isWatch
            ? OfficialWay.ByHand(books.Settings, From, steps, [.. obstacles]) with
            {
                Notes = notes,
            }
            : new Remedy(RepairKind.RebuildFromDate, [.. steps], [.. obstacles]) { Notes = notes };
    }

    static bool IsOfTheBooks(Obstacle obstacle) =>
        obstacle.Reason is not (ObstacleReason.OtherIntegration or ObstacleReason.RightMissing);

    Link? LinkOf(SalesDocument document) => standing.Linked.LinkOf(document.Id);

    void Number(IReadOnlyList<SalesDocument> booked)
    {
        var homes = booked.ToLookup(document => standing.HomeOf(document, LinkOf(document), TwinsOf(document)));
        foreach (var document in homes[null])
            obstacles.Add(
                new(
                    ObstacleReason.Unbookable,
                    $"{DocumentRef.Of(document)}: nobody knows in which financial year it goes."
                )
            );
        var kept = new List<Entry>();
        foreach (var home in homes.Where(home => home.Key is not null))
        {
            var (series, freed) = (home.Key!.Value, Freed(home.Key.Value, home));
            if ((freed.Count == 0 ? standing.NextOf(series) : freed.Min()) is not { } from)
            {
                // Nobody can tell from outside where a series begins, so Exact gives the numbers.
                steps.AddRange(
                    home.Select(document => new RepairStep.BookAgain(DocumentRef.Of(document), series, null))
                );
                continue;
            }
            var survivors = standing.NumbersOf(series).Where(number => !freed.Contains(number)).ToArray();
            var before = survivors.Where(number => number < from).ToArray();
            var first = freed.Count > 0 && before is [.., var last] ? last + 1 : from;
            var held = survivors.Concat(standing.ReservedIn(series)).ToHashSet();
            var stay = standing
                .EntriesOf(series)
                .Where(entry => entry.Number >= first && !remove.ContainsKey(entry.LineId))
                .OrderBy(entry => entry.Number)
                .ToArray();
            kept.AddRange(stay);
            Check(series, stay);
            TellPaper(series, home, before is [.., var survivor] ? survivor : null, first);

            var number = first;
            foreach (var document in home)
            {
                while (held.Contains(number))
                    number++;
                steps.Add(new RepairStep.BookAgain(DocumentRef.Of(document), series, number++));
            }
        }
        Kept = kept;
    }

    /// <summary>Whoever writes the oldest number down expects the numbers to go on there; often they cannot.</summary>
    void TellPaper(SeriesKey series, IEnumerable<SalesDocument> booked, int? last, int first)
    {
        var oldest = booked.FirstOrDefault(document => LinkOf(document)?.Series == series);
        if (oldest is null || LinkOf(oldest)!.BookingNumber is var paper && paper == first)
            return;
        notes.Add(
            $"{DocumentRef.Of(oldest)} shows {LinkOf(oldest)!.BookingNumber}, but {series} goes on at {first}: {(last is { } stays ? $"the last entry that stays is {stays}" : "no entry stays before it")}."
        );
    }

    IEnumerable<Entry> TwinsOf(SalesDocument document) =>
        (twinsOf.GetValueOrDefault(document.Id) ?? []).Select(twin => twin.Entry);

    /// <summary>Numbers that are free once everything is removed; an entry that a person deleted freed its number before.</summary>
    HashSet<int> Freed(SeriesKey series, IEnumerable<SalesDocument> booked) =>
        [
            .. remove.Values.Where(twin => twin.Entry.Series == series).Select(twin => twin.Entry.Number),
            .. booked
                .Select(LinkOf)
                .OfType<Link>()
                .Where(link => link.Series == series && !standing.Holds(series, link.BookingNumber))
                .Select(link => link.BookingNumber),
        ];

    void Check(SeriesKey series, Entry[] stay)
    {
        if (standing.SeriesOf(series).Numbering == NumberingMode.Fenced && books.Settings.Mode == Mode.Book)
            return;
        if (standing.NextOf(series) is { } expected)
            steps.Add(
                new RepairStep.Person(
                    Phase.Before,
                    $"Look up the next booking number of journal {series.Journal} for {series.Year}.",
                    new PersonCheck.NextNumber(
                        series,
                        expected,
                        standing.NumbersOf(series) is [.., var last] ? last : null
                    )
                )
            );
        if (standing.ExactNumbers(series) && stay is [var first, ..])
            obstacles.Add(
                new(
                    ObstacleReason.NumbersInTheWay,
                    $"Exact numbers {series} itself and would run into {Removing.Name(first)}, which stays."
                )
            );
    }

    void Tell(IReadOnlyList<SalesDocument> booked)
    {
        foreach (var twin in remove.Values.Where(twin => typedBefore.Contains(twin.Entry.LineId)))
            notes.Add(
                $"Entry {Removing.Name(twin.Entry)} is dated {twin.Entry.Date:yyyy-MM-dd}, before {From:yyyy-MM-dd}; it is removed because it belongs to a document from then on."
            );
        var edited = booked.Count(document =>
            LinkOf(document)?.Document is { } then && then != DocumentFacts.Of(document)
        );
        if (edited > 0)
            notes.Add($"Changed in Teamleader since they were booked, and booked as they are now: {edited}.");
        foreach (var entry in Kept)
            notes.Add(
                $"Entry {Removing.Name(entry)} ({Removing.Describe(entry)}) is not of a document in the range and stays."
            );
    }
}
