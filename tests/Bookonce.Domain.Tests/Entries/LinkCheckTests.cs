using Bookonce.Domain.Documents;
using Bookonce.Domain.Entries;

namespace Bookonce.Domain.Tests.Entries;

public sealed class LinkCheckTests
{
    static readonly DateTimeOffset Then = new(2026, 3, 3, 9, 0, 0, TimeSpan.Zero);

    readonly SalesDocument document = Some.Invoice();
    readonly Entry entry = Some.Entry("2026 / 14") with { AccountId = Some.Id() };

    Link Link => Domain.Entries.Link.To(entry, document, LinkOrigin.Booked, Then);

    string? Told(SalesDocument? now = null, Entry? entryNow = null, bool isGone = false, Link? link = null) =>
        LinkCheck.Of(link ?? Link, now ?? document, isGone, entryNow ?? entry)?.Code;

    [Fact]
    public void Nothing_is_told_while_nothing_has_changed()
    {
        Assert.Null(Told());
        Assert.Null(LinkCheck.Of(Link, document, isGone: false, entry: null));
    }

    [Fact]
    public void Texts_and_payments_change_nothing_in_the_books() =>
        Assert.Null(
            Told(
                document with
                {
                    IsPaid = true,
                    PaymentReference = "+++102/4455/66718+++",
                    Lines = [document.Lines[0] with { Description = "Other words" }],
                }
            )
        );

    [Fact]
    public void A_change_is_told_for_what_it_is()
    {
        Assert.Equal("documentGone", Told(isGone: true));
        Assert.Equal("documentRenumbered", Told(document with { Number = "2026 / 15" }));
        Assert.Equal("documentEdited", Told(document with { Date = document.Date.AddDays(1) }));
        Assert.Equal("documentEdited", Told(document with { DueDate = document.Date.AddDays(9) }));
        Assert.Equal("documentEdited", Told(document with { VatTotals = [new VatTotal(0.06m, 100m, 21m)] }));
        Assert.Equal(
            "documentEdited",
            Told(document with { Customer = document.Customer with { Key = new(CustomerKind.Contact, Some.Id()) } })
        );
        Assert.Equal("entryRenumbered", Told(entryNow: entry with { Number = entry.Number + 1 }));
        Assert.Equal("entryRenumbered", Told(entryNow: entry with { Series = entry.Series with { Year = 2025 } }));
        Assert.Equal("entryEdited", Told(entryNow: entry with { Date = entry.Date.AddDays(1) }));
        Assert.Equal("entryEdited", Told(entryNow: entry with { AccountId = Some.Id() }));
    }

    [Fact]
    public void A_customer_that_was_deleted_is_no_change() =>
        Assert.Null(Told(document with { Customer = document.Customer with { Key = null } }));

    [Fact]
    public void Amounts_that_differ_are_told_with_both_numbers()
    {
        var other = entry with { Amount = 100m };

        Assert.Contains("100.00 EUR", LinkCheck.Of(Link, document, false, other)!.What, StringComparison.Ordinal);
        Assert.Equal(
            "amountDiffers",
            Told(entryNow: other, link: Domain.Entries.Link.To(other, document, LinkOrigin.Adopted, Then))
        );
    }

    [Fact]
    public void What_was_accepted_is_told_again_only_when_something_changes()
    {
        var other = entry with { Amount = 100m, Number = 9 };
        var accepted = Link.Accepted(document, other);

        Assert.Null(Told(entryNow: other, link: accepted));
        Assert.Equal("entryEdited", Told(entryNow: other with { Amount = 90m }, link: accepted));
        Assert.Equal(9, accepted.BookingNumber);
        Assert.Equal(Then, accepted.At);
    }

    [Fact]
    public void Several_changes_stand_in_one_finding()
    {
        var problem = LinkCheck.Of(Link, document with { Number = "2026 / 15" }, isGone: true, entry)!;

        Assert.Equal("documentGone", problem.Code);
        Assert.Contains("2026 / 14", problem.What, StringComparison.Ordinal);
    }
}
