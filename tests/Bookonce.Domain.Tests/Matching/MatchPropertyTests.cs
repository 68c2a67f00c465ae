using Bookonce.Domain.Documents;
using Bookonce.Domain.Matching;
using Bookonce.Domain.Matching.Deciding;
using CsCheck;

namespace Bookonce.Domain.Tests.Matching;

public sealed class MatchPropertyTests
{
    static readonly DateOnly FirstDay = new(2026, 1, 1);
    static readonly string[] Names = ["Bakkerij De Halm BV", "Garage Peeters NV", "Jan Maes", "Studio Lambert SRL"];
    static readonly decimal[] Amounts = [121m, 242m, 60.5m, 133.37m, 847m];

    static readonly Gen<MatchDocument> Document =
        from day in Gen.Int[0, 120]
        from name in Gen.Int[0, 3]
        from amount in Gen.Int[0, 4]
        from isCredit in Gen.Frequency((9, Gen.Const(false)), (1, Gen.Const(true)))
        select new MatchDocument
        {
            Id = "",
            Kind = isCredit ? DocumentKind.CreditNote : DocumentKind.Invoice,
            Date = FirstDay.AddDays(day),
            CustomerName = Names[name],
            Gross = Amounts[amount],
            Net = Math.Round(Amounts[amount] / 1.21m, 2),
        };

    /// <summary>How an entry is typed: which document, how the number, how many days off, how much off, and with which name.</summary>
    static readonly Gen<(int Of, int Number, int Days, int Amount, int Name)> Typing = Gen.Select(
        Gen.Int[0, 30],
        Gen.Int[0, 5],
        Gen.Frequency((4, Gen.Const(0)), (1, Gen.Int[-3, 30])),
        Gen.Frequency((9, Gen.Const(0)), (1, Gen.Int[1, 3])),
        Gen.Frequency((5, Gen.Const(-1)), (1, Gen.Int[0, 3]))
    );

    static readonly Gen<MatchBooks> Books =
        from documents in Document.Array[1, 12]
        from typings in Typing.Array[0, 16]
        select Make(documents, typings);

    static MatchBooks Make(MatchDocument[] documents, (int Of, int Number, int Days, int Amount, int Name)[] typings)
    {
        var numbered = documents
            .OrderBy(document => document.Date)
            .Select((document, at) => document with { Id = $"d{at}", Number = $"2026 / {at + 101}" })
            .ToArray();
        var entries = typings.Select((typing, at) => Type(numbered[typing.Of % numbered.Length], typing, at)).ToArray();
        return new MatchBooks(numbered, entries);
    }

    static MatchEntry Type(MatchDocument document, (int Of, int Number, int Days, int Amount, int Name) typing, int at)
    {
        var counter = document.Number![^3..];
        var amount = typing.Amount switch
        {
            0 => document.Gross,
            1 => document.Net!.Value,
            2 => document.Gross + 0.01m,
            _ => document.Gross * 10,
        };
        return new MatchEntry
        {
            // The id says which document it truly is.
            Id = $"{document.Id} e{at}",
            Date = document.Date.AddDays(typing.Days),
            AccountName = typing.Name < 0 ? document.CustomerName : Names[typing.Name],
            Amount = document.Kind == DocumentKind.CreditNote ? -amount : amount,
            YourRef = typing.Number switch
            {
                0 or 1 => document.Number,
                2 => counter,
                3 => $"2026{counter}",
                _ => null,
            },
            Description = typing.Number == 4 ? $"Factuur 2026/{counter}" : null,
        };
    }

    /// <summary>What is said, by ids, so that the order of the lists does not show.</summary>
    static string Said(MatchBooks books)
    {
        var result = Matcher.Match(books);
        return string.Join(
            '\n',
            books
                .Documents.Select(
                    (document, at) =>
                        $"{document.Id} {result.VerdictOf(at)} {string.Join(' ', result.EntriesOf(at).Select(candidate => $"{books.Entries[candidate.Entry].Id}={candidate.Probability:R}"))}"
                )
                .Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void The_order_of_the_lists_does_not_matter() =>
        Gen.Select(Books, Gen.Int)
            .Sample(
                (books, seed) =>
                {
                    var random = new Random(seed);
                    var (documents, entries) = (books.Documents.ToArray(), books.Entries.ToArray());
                    random.Shuffle(documents);
                    random.Shuffle(entries);
                    Assert.Equal(Said(books), Said(new MatchBooks(documents, entries)));
                },
                iter: 300
            );

    [Fact]
    public void Every_document_has_one_verdict_and_no_entry_is_adopted_twice() =>
        Books.Sample(
            books =>
            {
                var result = Matcher.Match(books);
                var adopted = new List<int>();
                for (var document = 0; document < books.Documents.Count; document++)
                {
                    var entries = result.EntriesOf(document);
                    Assert.All(entries, entry => Assert.InRange(entry.Probability, 0, 1));
                    switch (result.VerdictOf(document))
                    {
                        case MatchVerdict.Book or MatchVerdict.Linked:
                            Assert.Empty(entries);
                            break;
                        case MatchVerdict.Adopt:
                            adopted.Add(Assert.Single(entries).Entry);
                            break;
                        case MatchVerdict.Twice:
                            Assert.True(entries.Count > 1);
                            adopted.AddRange(entries.Select(entry => entry.Entry));
                            break;
                        default:
                            Assert.NotEmpty(entries);
                            break;
                    }
                }
                Assert.Equal(adopted.Distinct().Count(), adopted.Count);
            },
            iter: 500
        );

    [Fact]
    public void A_foreign_entry_never_turns_a_right_automatic_link_wrong() =>
        Gen.Select(Books, Typing)
            .Sample(
                (books, typing) =>
                {
                    var like = books.Documents[typing.Of % books.Documents.Count];
                    var foreign = Type(like, typing, 0) with
                    {
                        Id = "foreign",
                        YourRef = typing.Number < 3 ? "PO 4512345" : null,
                        Description = null,
                    };
                    var more = new MatchBooks(books.Documents, [.. books.Entries, foreign]);
                    var (before, after) = (Matcher.Match(books), Matcher.Match(more));
                    for (var document = 0; document < books.Documents.Count; document++)
                        if (IsRight(books, before, document) == true)
                            Assert.NotEqual(false, IsRight(more, after, document));
                },
                iter: 3000
            );

    /// <summary>Whether a document is adopted to an entry that is it; null when it is not adopted at all.</summary>
    static bool? IsRight(MatchBooks books, MatchResult result, int document) =>
        result.VerdictOf(document) == MatchVerdict.Adopt
            ? books
                .Entries[result.EntriesOf(document)[0].Entry]
                .Id.StartsWith($"{books.Documents[document].Id} ", StringComparison.Ordinal)
            : null;
}
