namespace Bookonce.Engine.Tests.Check;

public sealed class BadListTests : IDisposable
{
    const string Header = "number,date,total_incl\n";

    readonly Lists lists = new();

    public void Dispose() => lists.Dispose();

    [Theory]
    [InlineData("", "fileEmpty", "documents.csv is empty.")]
    [InlineData(" \r\n\n", "fileEmpty", "documents.csv is empty.")]
    [InlineData("PK\u0003\u0004xyz", "fileNotText", "documents.csv is no text.")]
    [InlineData("number|date|total_incl\n1|2026-01-01|1\n", "columnMissing", "none of the first rows holds headers")]
    [InlineData("foo,bar\n1,2\n", "columnMissing", "none of the first rows holds headers")]
    [InlineData("number,date,foo\n1,2026-01-01,2\n", "columnMissing", "the column total_incl is missing")]
    [InlineData("date,total\n2026-01-01,2\n", "columnMissing", "the column id or number is missing")]
    [InlineData(
        "number,datum,Datum,total\n1,2026-01-01,2026-01-01,2\n",
        "columnTwice",
        "two columns are called \"Datum\""
    )]
    public void A_file_that_cannot_be_a_list_is_refused_in_a_line(string text, string code, string says)
    {
        var refusal = lists.Refusal(text);

        Assert.Equal(code, refusal.Code);
        Assert.Contains(says, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_column_is_answered_with_the_headers_that_are_there() =>
        Assert.Equal(
            "Row 1 holds \"number\", \"when\", \"total_incl\". If one of them is meant, say so: --column documents.date=\"...\".",
            lists.Refusal("number,when,total_incl\n1,2026-01-01,2\n").Remedy
        );

    [Theory]
    [InlineData("1,,12.00", "documents.csv, row 2, column \"date\": the cell is empty.")]
    [InlineData("1,soon,12.00", "documents.csv, row 2, column \"date\": 'soon' is no date.")]
    [InlineData("1,2026-01-02,twelve", "documents.csv, row 2, column \"total_incl\": 'twelve' is no amount.")]
    [InlineData("1,2026-01-02,", "documents.csv, row 2, column \"total_incl\": the cell is empty.")]
    [InlineData("1,2026-01-02", "documents.csv, row 2, column \"total_incl\": the cell is empty.")]
    [InlineData(
        "1,2026-01-02,=SUM(A1:A9)",
        "documents.csv, row 2, column \"total_incl\": '=SUM(A1:A9)' is a formula; save the list with values only."
    )]
    [InlineData(
        "#REF!,2026-01-02,1",
        "documents.csv, row 2, column \"number\": '#REF!' is a formula; save the list with values only."
    )]
    [InlineData(",2026-01-02,12.00", "documents.csv, row 2: neither id nor number.")]
    [InlineData(
        "1,2026-01-02,12,50",
        "documents.csv, row 2: 4 cells, but only 3 headers; a text or amount that holds a comma needs quotes."
    )]
    [InlineData("1,2026-01-02,\"12.00", "documents.csv, row 2: the row opens a quote and does not close it.")]
    public void An_unreadable_row_is_named_with_file_row_and_column(string row, string says)
    {
        var refusal = lists.Refusal($"{Header}{row}\n9,2026-01-09,9.00\n");

        Assert.Equal(("unreadableRows", says), (refusal.Code, refusal.Message));
    }

    [Theory]
    [InlineData("1,,12.00")]
    [InlineData("1,2026-01-02,=A1")]
    [InlineData("1,2026-01-02,\"12.00")]
    [InlineData("Total,,99.00")]
    public void The_readable_rows_are_used_if_the_person_says_so(string row)
    {
        var read = lists.Check($"{Header}{row}\n\n9,2026-01-09,9.00\n", skipUnreadable: true);

        Assert.Equal(1, read.UnreadableRows);
        Assert.Equal("9", Assert.Single(read.Documents.Rows).Id);
    }

    [Fact]
    public void What_a_file_writes_in_both_ways_is_not_guessed()
    {
        var dates = lists.Refusal($"{Header}1,3/15/2026,1.00\n2,15/3/2026,1.00\n3,4/3/2026,1.00\n");
        var amounts = lists.Refusal(
            "number;date;total_incl\n1;2026-01-01;1.50\n2;2026-01-01;1,50\n3;2026-01-01;1.234\n"
        );

        Assert.StartsWith("documents.csv, row 4, column \"date\": it can be read in two ways", dates.Message);
        Assert.StartsWith("documents.csv, row 4, column \"total_incl\": it can be read in two ways", amounts.Message);
    }

    [Fact]
    public void A_repeat_names_both_rows_even_if_unreadable_ones_are_left_out()
    {
        var text = $"{Header}1,2026-01-02,12.00\n2,2026-01-02,13.00\n1,2026-01-03,12.00\n";

        var refusal = lists.Refusal(text);

        Assert.Equal(("rowRepeated", "documents.csv, rows 2 and 4: both are '1'."), (refusal.Code, refusal.Message));
        Assert.Throws<Bookonce.Engine.Check.UnusableFileException>(() => lists.Check(text, skipUnreadable: true));
    }

    [Fact]
    public void An_entry_is_told_apart_by_journal_and_year()
    {
        var entries = "journal,year,entry_number,date,amount_incl\n70,2026,1,2026-01-02,1\n71,2026,1,2026-01-02,1\n";

        Assert.Equal(["70/2026/1", "71/2026/1"], lists.Check(Header, entries).Entries.Rows.Select(row => row.Id));
    }

    [Theory]
    [InlineData("number=x", "'number=x' names no column.")]
    [InlineData("papers.number=x", "There is no list 'papers'.")]
    [InlineData("documents.foo=x", "The list documents has no column 'foo'.")]
    [InlineData("documents.number=Nowhere", "documents.csv: no column is called \"Nowhere\".")]
    public void A_column_named_wrongly_is_told(string column, string says) =>
        Assert.Equal(says, lists.Refusal($"{Header}1,2026-01-02,1\n", columns: column).Message);

    [Fact]
    public void A_row_without_end_does_not_fill_the_memory()
    {
        var text = $"{Header}1,2026-01-02,{new string('9', 2_000_000)}\n9,2026-01-09,9.00\n";

        var read = lists.Check(text, skipUnreadable: true);

        Assert.Equal("documents.csv, row 2: the row is longer than any row can be", $"{read.Documents.Unreadable[0]}");
        Assert.Single(read.Documents.Rows);
    }

    [Fact]
    public void Many_bad_rows_are_counted_and_the_first_are_told()
    {
        var rows = string.Concat(Enumerable.Range(1, 1_000).Select(row => $"{row},x,1\n"));

        var lines = lists.Refusal(Header + rows).Message.Split('\n');

        Assert.Equal(21, lines.Length);
        Assert.Equal("and 980 more rows.", lines[^1]);
    }
}
