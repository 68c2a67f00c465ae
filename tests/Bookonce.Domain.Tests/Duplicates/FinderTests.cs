using Bookonce.Domain.Connections;
using Bookonce.Domain.Documents;
using Bookonce.Domain.Duplicates;
using Bookonce.Domain.Entries;
using Bookonce.Domain.Matching;

namespace Bookonce.Domain.Tests.Duplicates;

public sealed class FinderTests
{
    static readonly DateTimeOffset Monday = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_linked_document_with_another_certain_entry_has_twins_the_linked_one_first()
    {
        var document = Some.Invoice();
        var own = Typed("2026/14", number: 11);
        var other = Typed("2026/14", number: 12);

        var twins = Assert.IsType<Finding.Twins>(Assert.Single(Find([document], [other, own], LinkTo(own, document))));

        Assert.Equal([own.EntryId, other.EntryId], twins.Of.Select(twin => twin.Entry.EntryId));
        Assert.Equal([true, false], twins.Of.Select(twin => twin.IsLinked));
        Assert.NotEmpty(twins.Of[1].Because);
    }

    [Fact]
    public void Two_certain_entries_of_a_document_without_link_are_twins_as_they_were_entered()
    {
        var document = Some.Invoice();
        var later = Typed("2026/14", number: 11) with { EnteredAt = Monday.AddDays(3) };
        var first = Typed("2026 / 14", number: 12) with { EnteredAt = Monday };

        var twins = Assert.IsType<Finding.Twins>(Assert.Single(Find([document], [later, first])));

        Assert.Null(twins.Link);
        Assert.Equal([12, 11], twins.Of.Select(twin => twin.Entry.Number));
    }

    [Fact]
    public void Twelve_equal_monthly_invoices_are_twelve()
    {
        var customer = new DocumentCustomer(new CustomerKey(CustomerKind.Company, Some.Id()), "De Halm", null);
        var account = Some.Id();
        var months = Enumerable.Range(1, 12).ToArray();
        SalesDocument[] documents =
        [
            .. months.Select(month =>
                Some.Invoice($"2026 / {month}", date: $"2026-{month:00}-01") with
                {
                    Customer = customer,
                }
            ),
        ];
        Entry[] entries =
        [
            .. months.Select(month =>
                Typed($"2026/{month}", number: month, date: $"2026-{month:00}-01") with
                {
                    AccountId = account,
                    AccountName = "De Halm",
                }
            ),
        ];

        Assert.Empty(Find(documents, entries));
        Assert.Empty(Find(documents, entries, [.. documents.Zip(entries, (one, other) => LinkTo(other, one))]));
    }

    [Fact]
    public void What_a_person_denied_is_silent_for_good()
    {
        var document = Some.Invoice();
        var (own, other) = (Typed("2026/14", number: 11), Typed("2026/14", number: 12));
        var books = Books([document], [own, other], LinkTo(own, document));

        Assert.Single(Finder.Find(books));
        Assert.Empty(Finder.Find(books with { Denials = new HashSet<Denial> { new(document.Id, other.LineId) } }));
    }

    [Fact]
    public void Entries_of_no_document_typed_with_one_reference_and_amount_are_typed_twice()
    {
        var (one, other) = (Typed("WEB-88", number: 3), Typed("WEB-88", number: 9, date: "2026-03-04"));

        var twice = Assert.IsType<Finding.TypedTwice>(Assert.Single(Find([], [one, other])));

        Assert.Equal([3, 9], twice.Of.Select(twin => twin.Entry.Number));
        Assert.Equal(DateOnly.Parse("2026-03-02"), twice.Date);
    }

    [Fact]
    public void Two_entries_that_a_person_told_apart_are_not_shown_again_while_a_third_is()
    {
        Entry[] entries = [Typed("WEB-88", number: 3), Typed("WEB-88", number: 4), Typed("WEB-88", number: 5)];
        var books = Books([], entries);
        var apart = new HashSet<NotTheSame> { NotTheSame.Of(entries[1].LineId, entries[0].LineId) };

        var twice = Assert.IsType<Finding.TypedTwice>(Assert.Single(Finder.Find(books with { NotTheSame = apart })));

        Assert.Equal(2, twice.Of.Count);
        Assert.Contains(5, twice.Of.Select(twin => twin.Entry.Number));
        Assert.Empty(Finder.Find(Books([], entries[..2]) with { NotTheSame = apart }));
    }

    [Fact]
    public void An_entry_that_was_taken_back_and_typed_anew_is_no_repetition()
    {
        Entry[] entries =
        [
            Typed("WEB-88", number: 3),
            Typed("WEB-88", number: 4) with
            {
                Amount = -121m,
            },
            Typed("WEB-88", number: 5),
        ];

        Assert.Empty(Find([], entries));
    }

    [Fact]
    public void A_twin_that_was_taken_back_is_no_twin_any_more()
    {
        var document = Some.Invoice();
        var (own, other) = (Typed("2026/14", number: 11), Typed("2026/14", number: 12));
        var back = Typed("2026/14", number: 13) with { Amount = -121m };

        Assert.Empty(Find([document], [own, other, back], LinkTo(own, document)));
    }

    [Fact]
    public void A_link_whose_entry_is_gone_is_found_with_what_stands_there_instead()
    {
        var document = Some.Invoice();
        var (gone, anew) = (Typed("2026/14", number: 11), Typed("2026/14", number: 12));

        var alone = Assert.IsType<Finding.EntryGone>(Assert.Single(Find([document], [], LinkTo(gone, document))));
        var replaced = Assert.IsType<Finding.EntryGone>(
            Assert.Single(Find([document], [anew], LinkTo(gone, document)))
        );

        Assert.Empty(alone.Replacements);
        Assert.Equal([12], replaced.Replacements.Select(twin => twin.Entry.Number));
    }

    [Fact]
    public void Two_documents_that_show_one_booking_number_are_one_finding()
    {
        var (first, second) = (Some.Invoice(), Some.Invoice("2026 / 15", net: 200m, vat: 42m));
        var (deleted, reused) = (Typed("2026/14", number: 11), Typed("2026/15", number: 11) with { Amount = 242m });

        var finding = Assert.Single(Find([second, first], [reused], LinkTo(deleted, first), LinkTo(reused, second)));

        var same = Assert.IsType<Finding.SameNumber>(finding);
        Assert.Equal(11, same.Number);
        Assert.Equal(["2026 / 14", "2026 / 15"], same.Holders.Select(holder => holder.Document.Number));
        Assert.Equal([true, false], same.Holders.Select(holder => holder.IsGone));
    }

    [Fact]
    public void Two_documents_for_which_the_other_integration_shows_one_number_are_found_without_links()
    {
        var (first, second) = (Some.Invoice(), Some.Invoice("2026 / 15", net: 200m, vat: 42m));
        var held = new Dictionary<Guid, int> { [first.Id] = 11, [second.Id] = 11 };

        var finding = Assert.Single(Finder.Find(Books([first, second], []) with { HeldNumbers = held }));

        Assert.Null(Assert.IsType<Finding.SameNumber>(finding).Series);
    }

    [Fact]
    public void The_order_of_what_is_given_does_not_matter()
    {
        var document = Some.Invoice();
        Entry[] entries =
        [
            Typed("2026/14", number: 11),
            Typed("2026 / 14", number: 12),
            Typed("WEB-88", number: 13),
            Typed("WEB-88", number: 14),
        ];

        Assert.Equal(Keys(Find([document], entries)), Keys(Find([document], [.. entries.Reverse()])));
        static string[] Keys(IEnumerable<Finding> findings) =>
            [
                .. findings.Select(finding =>
                    $"{finding.Key}: {string.Join(' ', finding.Entries.Select(twin => twin.Entry.Number))}"
                ),
            ];
    }

    static IReadOnlyList<Finding> Find(SalesDocument[] documents, Entry[] entries, params Link[] links) =>
        Finder.Find(Books(documents, entries, links));

    static DuplicateBooks Books(SalesDocument[] documents, Entry[] entries, params Link[] links) =>
        new()
        {
            Documents = documents,
            Entries = entries,
            Links = links,
        };

    static Link LinkTo(Entry entry, SalesDocument document) => Link.To(entry, document, LinkOrigin.Adopted, Monday);

    static Entry Typed(string yourRef, int number, string date = "2026-03-02") =>
        Some.Entry(yourRef, date: date) with
        {
            Number = number,
            AccountName = "Bakkerij De Halm BV",
        };
}
