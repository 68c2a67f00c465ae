using System.Text;

namespace Bookonce.Engine.Tests.Check;

public sealed class ReadingTests : IDisposable
{
    readonly Lists lists = new();

    public void Dispose() => lists.Dispose();

    [Theory]
    [InlineData("number,date,total_incl,customer_name\n2026/1,2026-03-02,121.00,De Halm\n")]
    [InlineData("Invoice number;Invoice date;Total incl. VAT;Customer\n2026/1;02/03/2026;121,00;De Halm\n")]
    [InlineData("Factuurnr.\tFactuurdatum\tTotaal incl. btw\tKlant\n2026/1\t2-3-2026\t121,00\tDe Halm\n")]
    [InlineData("N° de facture;Date de facture;Total TVAC;Nom du client\r\n2026/1;02.03.2026;121,00;De Halm\r\n")]
    [InlineData("Facturen maart\n\nNummer;Datum;Bedrag;Naam\n2026/1;02/03/2026;€ 121,00;De Halm")]
    [InlineData("sep=;\n\"Number\";\"Date\";\"Total\";\"Client\"\n\"2026/1\";\"2026-03-02\";\"121.00\";\"De Halm\"\n")]
    public void Documents_are_read_in_three_languages_with_any_delimiter(string text)
    {
        var row = Assert.Single(lists.Check(text).Documents.Rows);

        Assert.Equal(
            ("2026/1", new DateOnly(2026, 3, 2), 121m, "De Halm"),
            (row.Id, row.Date, row.Gross, row.CustomerName)
        );
    }

    [Theory]
    [InlineData("journal,year,entry_number,date,amount_incl,your_ref\n70,2026,12,2026-03-02,121.00,2026/1\n")]
    [InlineData("Dagboek;Boekjaar;Bkst.nr.;Boekdatum;Bedrag;Uw ref.\n70;2026;12;02-03-2026;121,00;2026/1\n")]
    [InlineData(
        "Code journal;Exercice;N° pièce;Date écriture;Montant;Votre réf.\n70;2026;12;02/03/2026;121,00;2026/1\n"
    )]
    public void Entries_are_read_in_three_languages(string text)
    {
        var row = Assert.Single(lists.Check("number,date,total_incl\n2026/1,2026-03-02,121.00\n", text).Entries.Rows);

        Assert.Equal(("70/2026/12", 12, 121m, "2026/1"), (row.Id, row.Number, row.Amount, row.YourRef));
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("iso-8859-1")]
    [InlineData("utf-16")]
    public void Accents_survive_any_encoding(string encoding)
    {
        var text = "number,date,total_incl,customer_name\n1,2026-03-02,121.00,Café Zoë\n";

        var row = Assert.Single(lists.Check(text, encoding: Encoding.GetEncoding(encoding)).Documents.Rows);

        Assert.Equal("Café Zoë", row.CustomerName);
    }

    [Fact]
    public void A_cell_may_hold_delimiters_quotes_and_line_ends()
    {
        var read = lists.Check(
            "number,date,total_incl,customer_name\n1,2026-03-02,\"1,210.00\",\"Bob \"\"12\"\"\nand, sons\"\n2,2026-03-03,5.00,12\" pipes\n"
        );

        Assert.Equal(["Bob \"12\"\nand, sons", "12\" pipes"], read.Documents.Rows.Select(row => row.CustomerName));
    }

    [Fact]
    public void A_number_that_a_spreadsheet_guards_keeps_its_zeros() =>
        Assert.Equal(
            "0012",
            Assert.Single(lists.Check("number,date,total_incl\n=\"0012\",2026-03-02,1.00\n").Documents.Rows).Id
        );

    [Fact]
    public void The_other_dates_of_a_file_tell_whether_the_month_comes_first() =>
        Assert.Equal(
            [new DateOnly(2026, 3, 2), new DateOnly(2026, 3, 15)],
            lists
                .Check("number,date,total_incl\n1,3/2/2026,1.00\n2,3/15/2026,1.00\n")
                .Documents.Rows.Select(row => row.Date)
        );

    [Fact]
    public void The_other_amounts_of_a_file_tell_what_a_separator_is()
    {
        decimal Second(string first) =>
            lists.Check($"number;date;total_incl\n1;2026-03-02;{first}\n2;2026-03-02;1.234\n").Documents.Rows[1].Gross;

        Assert.Equal(1234m, Second("12,50"));
        Assert.Equal(1.234m, Second("12.50"));
    }

    [Fact]
    public void Without_a_kind_what_counts_down_is_a_credit_note()
    {
        var read = lists.Check("number,date,total_incl\n1,2026-03-02,-5.00\n2,2026-03-02,5.00\n");

        Assert.Equal(["CreditNote", "Invoice"], read.Documents.Rows.Select(row => row.Kind.ToString()));
    }

    [Fact]
    public void A_header_can_be_named_by_hand()
    {
        var text = "Our code,When,What\n2026/1,2026-03-02,121.00\n";
        string[] columns = ["documents.number=our code", "documents.date=When", "documents.total_incl=What"];

        Assert.Equal("2026/1", Assert.Single(lists.Check(text, columns: columns).Documents.Rows).Number);
    }

    [Fact]
    public void What_is_named_by_hand_wins()
    {
        var text = "number,date,total,open\n1,2026-03-02,121.00,50.00\n";

        Assert.Equal(50m, Assert.Single(lists.Check(text, columns: "documents.total_incl=open").Documents.Rows).Gross);
    }

    [Fact]
    public void A_header_without_rows_is_a_list_of_nothing()
    {
        var read = lists.Check("number,date,total_incl\n");

        Assert.Empty(read.Documents.Rows);
        Assert.Equal([0], read.Check.Foreign);
    }
}
