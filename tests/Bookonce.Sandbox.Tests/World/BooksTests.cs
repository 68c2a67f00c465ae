using Bookonce.Sandbox.World;

namespace Bookonce.Sandbox.Tests.World;

public sealed class BooksTests
{
    static readonly Story Demo = StoryTeller.Tell(1, StorySize.Demo);
    static readonly Books Books = BooksWriter.Write(Demo, 1);

    static IEnumerable<BookEntry> Typed =>
        Books.Entries.Where(entry => entry is { CopyOf: not null, EnteredBy: Bookkeeper.Name });

    static IEnumerable<BookEntry> Connector =>
        Books.Entries.Where(entry => entry is { CopyOf: not null, EnteredBy: not Bookkeeper.Name });

    [Fact]
    public void Sixty_documents_were_typed_each_once()
    {
        Assert.Equal(60, Typed.Count());
        Assert.Equal(60, Typed.Select(entry => entry.CopyOf!.Id).Distinct().Count());
    }

    [Fact]
    public void A_quarter_stands_in_the_old_journal_and_a_few_are_open_items()
    {
        Assert.Equal(15, Typed.Count(entry => entry.Journal == Bookkeeper.OldJournal));
        Assert.Equal(3, Typed.Count(entry => entry.Kind == EntryKind.OpeningBalance));
        Assert.Equal(1, Typed.Count(entry => entry.Kind == EntryKind.General));
    }

    [Fact]
    public void Eight_of_the_typed_were_booked_again_by_another_connector()
    {
        var typed = Typed.ToDictionary(entry => entry.CopyOf!.Id);
        Assert.Equal(8, Connector.Count());
        foreach (var again in Connector)
        {
            var first = typed[again.CopyOf!.Id];
            Assert.Equal(again.CopyOf.Number, again.YourRef);
            Assert.Equal(first.Total, again.Total);
            Assert.NotEqual(first.EnteredBy, again.EnteredBy);
            Assert.Contains(Compact(again.YourRef!), Compact($"{first.YourRef}|{first.Description}"));
        }
    }

    /// <summary>What damages number and amount of one copy at once could be found by nobody.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(99)]
    public void A_copy_is_damaged_in_its_number_or_in_its_amount_and_never_in_both(int seed)
    {
        foreach (var entry in BooksWriter.Write(StoryTeller.Tell(seed, StorySize.Demo), seed).Entries)
        {
            if (entry.CopyOf is not { } document)
                continue;
            var texts = Compact($"{entry.YourRef}|{entry.Description}");
            var hasNumber =
                texts.Contains(Compact(document.Number))
                || (entry.PaymentReference is not null && entry.PaymentReference == document.PaymentReference);
            var hasAmount = Math.Abs(entry.Total) == document.Totals.Gross;
            Assert.True(
                hasNumber || hasAmount,
                $"{document.Number}: {entry.YourRef} {entry.Description} {entry.Total}"
            );
            Assert.Equal(hasAmount, !entry.Has(CopySlips.AmountDamaged));
            if (entry.Has(CopySlips.NumberDamaged))
                Assert.False(entry.Has(CopySlips.AmountDamaged));
            if (!hasAmount)
                Assert.Contains(Compact(document.Number), texts);
            Assert.InRange(entry.Date.DayNumber - document.Date.DayNumber, -30, 30);
            Assert.Equal(document.Currency, entry.Currency);
        }
    }

    [Fact]
    public void Every_slip_occurs()
    {
        var made = Typed.Aggregate(CopySlips.None, (all, entry) => all | entry.Slips);
        foreach (var slip in Enum.GetValues<CopySlips>())
            Assert.True(made.HasFlag(slip), $"{slip}");
        Assert.Contains(Typed, entry => entry is { Slips: CopySlips.None });
    }

    /// <summary>Also in the large story, where an amount drawn at random is nearly always that of some document.</summary>
    [Fact]
    public void Foreign_entries_have_no_documents_amount_nearby_but_for_three_look_alikes()
    {
        Check(Demo, Books, 34);
        var large = StoryTeller.Tell(1, StorySize.Large);
        Check(large, BooksWriter.Write(large, 1), 1_580);

        static void Check(Story story, Books books, int count)
        {
            var dates = story
                .Documents.Where(document => document.DepartmentId == story.Departments[0].Id)
                .ToLookup(document => document.Totals.Gross, document => document.Date.DayNumber);
            var foreign = books.Entries.Where(entry => entry.CopyOf is null).ToList();
            Assert.Equal(count, foreign.Count);
            Assert.Equal(3, foreign.Count(entry => entry.LooksAlike));
            Assert.All(
                foreign,
                entry =>
                    Assert.Equal(
                        entry.LooksAlike,
                        dates[entry.Total].Any(day => Math.Abs(day - entry.Date.DayNumber) <= 45)
                    )
            );
        }
    }

    [Fact]
    public void About_half_of_the_customers_are_relations_one_blocked_and_one_VAT_number_twice()
    {
        var known = Books.Relations.Where(relation => relation.Of is not null).ToList();
        Assert.InRange(known.Select(relation => relation.Of!.Id).Distinct().Count(), 25, 35);
        var blocked = Assert.Single(known, relation => relation.Blocked);
        Assert.DoesNotContain(Books.Entries, entry => entry.Relation == blocked);
        Assert.Single(known.GroupBy(relation => relation.Of!.Id), group => group.Count() == 2);
        Assert.Contains(known, relation => relation.Name != relation.Of!.FullName);
    }

    [Fact]
    public void A_large_world_is_of_the_same_make()
    {
        var story = StoryTeller.Tell(1, StorySize.Large);
        var books = BooksWriter.Write(story, 1);
        var typed = books.Entries.Count(entry => entry is { CopyOf: not null, EnteredBy: Bookkeeper.Name });
        Assert.InRange(typed, 2_700, 2_800);
        Assert.InRange(books.Entries.Count - typed, 1_900, 2_000);
    }

    static string Compact(string text) => text.Replace(" ", "");
}
