using Bookonce.Domain.Documents;
using Bookonce.Domain.Duplicates;
using Bookonce.Domain.Entries;
using Bookonce.Domain.Repair;

namespace Bookonce.Domain.Tests.Repair;

/// <summary>What there is to repair for a connection.</summary>
public sealed class RepairCasesTests
{
    readonly Ledger ledger = new();
    readonly HashSet<Guid> withdrawn = [];
    readonly HashSet<Guid> gone = [];

    public RepairCasesTests()
    {
        for (var at = 1; at <= 3; at++)
        {
            ledger.Document($"{at}", day: at + 4);
            ledger.Booked($"{at}", at + 10);
        }
    }

    SalesDocument Second => ledger.Documents["2"];

    IReadOnlyList<RepairCase> Cases =>
        RepairCases.Of(
            Finder.Find(ledger.Duplicates),
            [
                .. ledger
                    .Documents.Values.Where(document => !ledger.Others.Contains(document.Id))
                    .Select(document => (document, gone.Contains(document.Id))),
            ],
            withdrawn,
            new LinkedEntries(ledger.Links.Values, ledger.Entries)
        );

    IEnumerable<string> Words => Cases.Select(one => one.Words);

    [Fact]
    public void Where_both_sides_agree_there_is_nothing_to_repair() => Assert.Empty(Cases);

    [Fact]
    public void Cases_come_oldest_first_and_those_of_one_day_in_one_order()
    {
        ledger.Typed("3", 15);
        ledger.Change(ledger.Entries[0], entry => entry with { Amount = 1m });
        ledger.Document("4", day: 7);
        ledger.Delete(ledger.Booked("4", 14));

        Assert.Equal(
            [
                "invoice 2026 / 1 and its entry 70/2026 11 no longer say the same.",
                "invoice 2026 / 4 was 70/2026 14, which is gone from Exact.",
                "invoice 2026 / 3 stands in the books 2 times: 70/2026 13 and 70/2026 15.",
            ],
            Words
        );
    }

    public static TheoryData<string, Func<SalesDocument, SalesDocument>> Edits =>
        new()
        {
            { "renumbered", document => document with { Number = "2026 / 22" } },
            { "dated", document => document with { Date = document.Date.AddDays(1) } },
            { "another total", document => document with { Net = document.Net + 1m, Gross = document.Gross + 1m } },
        };

    [Theory]
    [MemberData(nameof(Edits))]
    public void A_document_that_was_changed_in_Teamleader_is_a_case(
        string how,
        Func<SalesDocument, SalesDocument> change
    )
    {
        ledger.Documents["2"] = change(Second);

        Assert.True(Assert.Single(Cases) is RepairCase.Edited { Document: var edited } && edited == Second, how);
    }

    [Fact]
    public void An_entry_that_was_changed_in_Exact_is_a_case()
    {
        ledger.Change(ledger.Entries[1], entry => entry with { Date = entry.Date.AddDays(1) });

        Assert.Equal(ledger.Entries[1], Assert.IsType<RepairCase.Edited>(Assert.Single(Cases)).Entry);
    }

    [Fact]
    public void An_entry_that_never_said_what_its_document_says_is_a_case_until_that_is_accepted()
    {
        var entry = ledger.Entries[1] with { Amount = 1m };
        ledger.Change(entry, _ => entry);
        ledger.Links[Second.Id] = Link.To(entry, Second, LinkOrigin.Adopted, Ledger.Now);
        Assert.IsType<RepairCase.Edited>(Assert.Single(Cases));

        ledger.Links[Second.Id] = ledger.Links[Second.Id].Accepted(Second, entry);
        Assert.Empty(Cases);
    }

    [Fact]
    public void An_entry_that_only_has_another_number_now_is_accepted_and_not_repaired()
    {
        ledger.Change(ledger.Entries[1], entry => entry with { Number = 22 });

        Assert.Empty(Cases);
    }

    [Fact]
    public void An_entry_that_has_another_number_and_another_date_now_is_a_case()
    {
        ledger.Change(ledger.Entries[1], entry => entry with { Number = 22, Date = entry.Date.AddDays(1) });

        Assert.Equal(ledger.Entries[1], Assert.IsType<RepairCase.Edited>(Assert.Single(Cases)).Entry);
    }

    [Fact]
    public void What_stands_twice_is_mended_before_what_it_says()
    {
        ledger.Typed("2", 15);
        ledger.Documents["2"] = Second with { Date = Second.Date.AddDays(1) };

        Assert.IsType<RepairCase.Found>(Assert.Single(Cases));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_document_that_is_deleted_or_about_to_be_leaves_an_entry_that_is_too_many(bool isDeleted)
    {
        (isDeleted ? gone : withdrawn).Add(Second.Id);
        ledger.Documents["2"] = Second with { Date = Second.Date.AddDays(1) };

        var one = Assert.IsType<RepairCase.Withdrawn>(Assert.Single(Cases));

        Assert.Equal((Second, ledger.Entries[1], isDeleted), (one.Document, one.Entry, one.IsDeleted));
    }

    [Fact]
    public void Of_a_document_that_goes_nothing_else_is_mended()
    {
        ledger.Typed("2", 15);
        withdrawn.Add(Second.Id);

        Assert.IsType<RepairCase.Withdrawn>(Assert.Single(Cases));
    }

    [Fact]
    public void A_number_that_two_documents_show_is_no_case_while_one_of_them_goes()
    {
        ledger.Document("4", day: 9);
        ledger.Delete(ledger.Booked("4", 12));
        Assert.Equal(["invoice 2026 / 2 and invoice 2026 / 4 show one booking number, 70/2026 12."], Words);

        withdrawn.Add(Second.Id);
        Assert.IsType<RepairCase.Withdrawn>(Assert.Single(Cases));
    }

    [Fact]
    public void A_document_without_entry_is_no_case_when_it_goes()
    {
        ledger.Document("4", day: 9);
        withdrawn.Add(ledger.Documents["4"].Id);

        Assert.Empty(Cases);
    }

    [Fact]
    public void What_belongs_to_another_connection_alone_is_not_told_here()
    {
        ledger.Typed("2", 15);
        ledger.Others.Add(Second.Id);
        Assert.Empty(Cases);

        ledger.Document("4", day: 9);
        ledger.Delete(ledger.Booked("4", 12));
        Assert.Equal(["invoice 2026 / 2 and invoice 2026 / 4 show one booking number, 70/2026 12."], Words);
    }

    [Fact]
    public void What_was_typed_twice_without_a_document_is_told_to_every_connection()
    {
        foreach (var entry in new[] { ledger.Foreign(20, day: 9), ledger.Foreign(21, day: 9) })
            ledger.Change(entry, found => found with { YourRef = "WEB-88", Amount = 50 });

        Assert.Equal(["Typed 2 times, and no document: 70/2026 20 and 70/2026 21."], Words);
    }
}
