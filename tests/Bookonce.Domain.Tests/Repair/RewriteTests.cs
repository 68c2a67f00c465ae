using Bookonce.Domain.Booking;
using Bookonce.Domain.Documents;
using Bookonce.Domain.Repair;

namespace Bookonce.Domain.Tests.Repair;

/// <summary>What an entry that keeps its number must still get and lose.</summary>
public sealed class RewriteTests
{
    static readonly Guid Account = new("00000000-0000-0000-0000-00000000c057");
    static readonly SavedLine Advice = new(Some.Revenue, "2", 100m, 21m, "Advice");
    static readonly SavedLine Travel = new(Some.Revenue, "2", 50m, 10.5m, "Travel");
    static readonly SavedLine Books = new(Some.Revenue, "1", 20m, 1.2m, "Books");

    static readonly SavedEntry Saved = new()
    {
        EntryId = new Guid("00000000-0000-0000-0000-0000000000e1"),
        Series = Ledger.Invoices,
        Period = 3,
        Number = 11,
        Date = new DateOnly(2026, 3, 5),
        DueDate = new DateOnly(2026, 4, 4),
        Account = Account,
        Currency = Currency.Euro,
        Amount = 181.5m,
        YourRef = "2026 / 1",
        PaymentReference = "+++123/4567/89012+++",
        Description = "Typed by An",
        Lines = [Advice, Travel],
    };

    static readonly EntryDraft Draft = new()
    {
        Series = Ledger.Invoices,
        Period = 3,
        Date = Saved.Date,
        DueDate = Saved.DueDate,
        Currency = Currency.Euro,
        PaymentReference = Saved.PaymentReference,
        YourRef = "2026 / 1",
        Description = "Invoice 2026 / 1",
        Mark = "https://focus.teamleader.eu/invoice_detail.php?id=1",
        Lines = [Line(Advice), Line(Travel)],
    };

    static EntryLine Line(SavedLine line) =>
        new(line.LedgerAccount, line.VatCode!, line.Net, line.Vat, line.Description!);

    static (bool Header, SavedLine[] Add, int[] Remove) Told(Rewrite rewrite)
    {
        Assert.Equal(rewrite is { ChangesHeader: false, Add: [], Remove: [] }, rewrite.IsDone);
        return (rewrite.ChangesHeader, [.. rewrite.Add], [.. rewrite.Remove]);
    }

    static void Equal((bool, SavedLine[], int[]) expected, Rewrite rewrite) =>
        Assert.Equivalent(expected, Told(rewrite));

    [Fact]
    public void An_entry_that_says_everything_is_left_alone()
    {
        Equal((false, [], []), Rewrite.Towards(Saved, Saved));
        Equal((false, [], []), Rewrite.Towards(Draft, Account, Saved));
    }

    [Fact]
    public void A_line_that_is_missing_is_added_and_one_too_many_removed()
    {
        Equal((false, [Travel], []), Rewrite.Towards(Saved, Saved with { Lines = [Advice] }));
        Equal((false, [], [1]), Rewrite.Towards(Saved, Saved with { Lines = [Advice, Books, Travel] }));
        Equal((false, [Travel], [0]), Rewrite.Towards(Saved, Saved with { Lines = [Books, Advice] }));
        Equal((false, [Travel], [0]), Rewrite.Towards(Draft, Account, Saved with { Lines = [Books, Advice] }));
    }

    [Fact]
    public void Of_equal_lines_each_counts_once() =>
        Equal(
            (false, [Advice], [2]),
            Rewrite.Towards(
                Saved with
                {
                    Lines = [Advice, Advice, Travel],
                },
                Saved with
                {
                    Lines = [Advice, Travel, Travel],
                }
            )
        );

    [Fact]
    public void What_was_saved_comes_back_to_the_last_word_of_a_line()
    {
        var noted = Advice with { Description = "Advice, paid in cash" };

        Equal((false, [Advice], [0]), Rewrite.Towards(Saved, Saved with { Lines = [noted, Travel] }));
    }

    [Fact]
    public void A_document_leaves_alone_what_somebody_noted_on_an_entry_that_says_the_right_amounts()
    {
        var noted = Saved with
        {
            Description = "Paid in cash",
            Lines = [Advice with { Description = "Advice, paid in cash" }, Travel],
        };

        Equal((false, [], []), Rewrite.Towards(Draft, Account, noted));
    }

    public static TheoryData<string, Func<SavedEntry, SavedEntry>> Headers =>
        new()
        {
            { "date", entry => entry with { Date = entry.Date.AddDays(1) } },
            { "period", entry => entry with { Period = 4 } },
            { "due date", entry => entry with { DueDate = null } },
            { "relation", entry => entry with { Account = Guid.Empty } },
            { "reference", entry => entry with { YourRef = "2026 / 2" } },
            { "payment reference", entry => entry with { PaymentReference = null } },
        };

    [Theory]
    [MemberData(nameof(Headers))]
    public void Whatever_else_differs_is_written_without_touching_a_line(
        string what,
        Func<SavedEntry, SavedEntry> change
    )
    {
        Assert.NotEmpty(what);
        Equal((true, [], []), Rewrite.Towards(Saved, change(Saved)));
        Equal((true, [], []), Rewrite.Towards(Draft, Account, change(Saved)));
    }

    [Fact]
    public void Files_and_the_total_are_not_written()
    {
        var now = Saved with { Amount = 1m, Attachments = [new SavedFile("a.pdf", "00")] };

        Equal((false, [], []), Rewrite.Towards(Saved, now));
        Equal((false, [], []), Rewrite.Towards(Draft, Account, now));
    }

    [Fact]
    public void What_is_wanted_is_what_the_document_says_under_the_number_that_the_entry_has()
    {
        var wanted = Rewrite
            .Towards(
                Draft with
                {
                    Date = new DateOnly(2026, 4, 1),
                    Period = 4,
                    YourRef = "2026 / 2",
                    Lines = [Line(Books)],
                },
                Account,
                Saved
            )
            .Wanted;

        Assert.Equal(
            Saved with
            {
                Date = new DateOnly(2026, 4, 1),
                Period = 4,
                YourRef = "2026 / 2",
                Amount = 21.2m,
                Lines = wanted.Lines,
            },
            wanted
        );
        Assert.Equal(Books, Assert.Single(wanted.Lines) with { Other = Books.Other });
    }
}
