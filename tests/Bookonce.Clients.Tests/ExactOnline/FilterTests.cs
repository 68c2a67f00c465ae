using Bookonce.ExactOnline;

namespace Bookonce.Clients.Tests.ExactOnline;

public sealed class FilterTests
{
    [Fact]
    public void Literals_are_written_in_the_dialect_of_Exact()
    {
        Assert.Equal("YourRef eq 'O''Brien'", Filter.Eq("YourRef", "O'Brien").ToString());
        Assert.Equal("ID eq guid'00000000-0000-0000-0000-000000000000'", Filter.Eq("ID", Guid.Empty).ToString());
        Assert.Equal(
            "EntryDate ge datetime'2026-03-01T00:00:00'",
            Filter.Ge("EntryDate", new DateOnly(2026, 3, 1)).ToString()
        );
        Assert.Equal(
            "Modified gt datetime'2026-03-01T07:08:09'",
            Filter.Gt("Modified", new DateTime(2026, 3, 1, 7, 8, 9)).ToString()
        );
        Assert.Equal("AmountDC lt -12.50", Filter.Lt("AmountDC", -12.50m).ToString());
        Assert.Equal("EntryNumber le 26700001", Filter.Le("EntryNumber", 26700001).ToString());
        Assert.Equal("Timestamp gt 493115L", Filter.Gt("Timestamp", 493115L).ToString());
        Assert.Equal("IsFullyPaid eq false", Filter.Eq("IsFullyPaid", false).ToString());
        Assert.Equal("InvoiceNumber ne null", Filter.Ne("InvoiceNumber", FilterValue.Null).ToString());
        Assert.Equal("trim(Code) eq '25'", Filter.TrimmedEq("Code", "25").ToString());
    }

    [Fact]
    public void Conditions_are_bracketed_where_they_must_be()
    {
        var (a, b, c) = (Filter.Eq("A", 1), Filter.Eq("B", 2), Filter.Eq("C", 3));

        Assert.Equal("A eq 1 and (B eq 2 or C eq 3)", (a & (b | c)).ToString());
        Assert.Equal("(A eq 1 and B eq 2) or C eq 3", ((a & b) | c).ToString());
        Assert.Equal("A eq 1 and B eq 2 and C eq 3", Filter.And(a, b, c).ToString());
        Assert.Equal("not (A eq 1 or B eq 2)", Filter.Not(a | b).ToString());
        Assert.Equal("not (A eq 1) and B eq 2", (Filter.Not(a) & b).ToString());
        Assert.Equal("A eq 1", Filter.Or(a).ToString());
        Assert.Throws<ArgumentException>(() => Filter.And());
    }

    [Fact]
    public void Alternatives_are_cut_into_chains_and_none_is_lost_or_doubled()
    {
        var values = Enumerable.Range(0, 500).Select(i => (FilterValue)$"reference é {i % 250}");

        var filters = Filter.AnyOf("YourRef", values);

        Assert.All(filters, filter => Assert.InRange(filter.Encoded().Length, 1, 3_500));
        Assert.Equal(250, filters.Sum(filter => filter.ToString().Split(" or ").Length));
        Assert.Empty(Filter.AnyOf("YourRef", []));
    }
}
