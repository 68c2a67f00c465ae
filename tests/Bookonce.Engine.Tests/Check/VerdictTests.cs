using System.Text;
using Bookonce.Engine.Check;

namespace Bookonce.Engine.Tests.Check;

public sealed class VerdictTests : IDisposable
{
    const string DocumentHeader = "id,kind,number,date,customer_name,total_incl,booking_number\n";
    const string EntryHeader = "entry_id,journal,year,entry_number,date,account_name,amount_incl,your_ref\n";

    static readonly string[] Documents =
    [
        "D1,invoice,2026/1,2026-01-05,De Halm BV,121.00,26001",
        "D2,invoice,2026/2,2026-01-12,Garage Peeters,1210.00,",
        "D3,invoice,2026/3,2026-01-20,Bakkerij Zoet,60.50,",
        "D4,credit_note,2026/4,2026-02-09,Garage Peeters,242.00,",
        "D5,credit_note,2026/5,2026-02-10,Bakkerij Zoet,-30.25,",
        "D6,invoice,2026/6,2026-02-16,Van Dam Bouw,968.00,26007",
        "D7,invoice,2026/7,2026-02-20,Hof ter Linden,333.00,",
    ];

    static readonly string[] Entries =
    [
        "E1,70,2026,26001,2026-01-05,De Halm,121.00,",
        "E2,70,2026,26002,2026-01-12,Garage Peeters,1210.00,2026/2",
        "E3,70,2026,26003,2026-01-20,Zoet,60.50,202603",
        "E4,70,2026,26004,2026-02-09,Garage Peeters,-242.00,2026/4",
        "E5,70,2026,26005,2026-02-10,Bakkerij Zoet,-30.25,2026/5",
        "E6,71,2026,26006,2026-02-16,Van Dam Bouw,968.00,2026/6",
        "E7,70,2026,26007,2026-02-16,Van Dam Bouw,968.00,",
        "E8,70,2026,26008,2026-03-01,Somebody,77.00,INV 12",
        "E9,70,2026,26009,2026-03-03,Somebody,77.00,INV-12",
        "E10,70,2026,26010,2026-03-03,Somebody,78.00,INV 13",
    ];

    readonly Lists lists = new();

    public void Dispose() => lists.Dispose();

    CheckedLists Check(IEnumerable<string> documents, IEnumerable<string> entries) =>
        lists.Check(DocumentHeader + string.Join('\n', documents), EntryHeader + string.Join('\n', entries));

    [Fact]
    public void Every_document_has_one_verdict_with_its_entries() =>
        Assert.Equal(
            new SortedDictionary<string, string>
            {
                ["D1"] = "Linked E1",
                ["D2"] = "Adopt E2",
                ["D3"] = "Adopt E3",
                ["D4"] = "Adopt E4",
                ["D5"] = "Adopt E5",
                ["D6"] = "Twice E7 E6",
                ["D7"] = "Book",
            },
            Lists.Verdicts(Check(Documents, Entries))
        );

    [Fact]
    public void The_summary_counts_every_row_once()
    {
        var summary = CheckSummary.Of(Check(Documents, Entries));

        Assert.Equal(7, summary.Documents);
        Assert.Equal(summary.Documents, summary.Linked + summary.Adopt + summary.Book + summary.Ask + summary.Twice);
        Assert.Equal((10, 3), (summary.Entries, summary.Foreign));
        Assert.True(summary.NeedsAPerson());
    }

    [Fact]
    public void The_twin_that_the_other_integration_made_is_named()
    {
        var read = Check(Documents, Entries);

        Assert.Equal("E7", read.Entries.Rows[read.Check.HeldFor(5)].Id);
        Assert.Contains("has the booking number that the other integration keeps", read.Check.Because(5, 6));
    }

    [Fact]
    public void A_booking_number_alone_links_nothing()
    {
        var read = Check(
            ["D1,invoice,2026/1,2026-01-05,De Halm BV,121.00,26001"],
            ["E1,70,2026,26001,2026-01-05,Somebody,999.00,"]
        );

        Assert.Equal(-1, read.Check.HeldFor(0));
    }

    [Fact]
    public void Two_documents_with_one_booking_number_are_linked_by_neither()
    {
        var read = Check([Documents[0], Documents[0].Replace("D1", "D8").Replace("2026/1", "2026/8")], Entries);

        Assert.Equal((-1, -1), (read.Check.HeldFor(0), read.Check.HeldFor(1)));
    }

    [Fact]
    public void Foreign_entries_typed_twice_are_a_group()
    {
        var read = Check(Documents, Entries);

        Assert.Equal(["E8", "E9"], Assert.Single(read.Check.TypedTwice).Select(place => read.Entries.Rows[place].Id));
    }

    [Theory]
    [InlineData("E9,70,2026,26009,2026-03-31,Somebody,77.00,INV-12")]
    [InlineData("E9,70,2026,26009,2026-03-03,Somebody else,77.00,INV-12")]
    [InlineData("E9,70,2026,26009,2026-03-01,Somebody,77.01,INV-12")]
    [InlineData("E9,70,2026,26009,2026-03-01,Somebody,-77.00,INV-12")]
    [InlineData("E9,70,2026,26009,2026-03-01,Somebody,77.00,INV-13")]
    public void What_only_looks_alike_is_not_accused(string other) =>
        Assert.Empty(Check(Documents, [.. Entries[..8], other]).Check.TypedTwice);

    [Fact]
    public void The_order_of_the_rows_does_not_matter()
    {
        var expected = Lists.Verdicts(Check(Documents, Entries));
        var random = new Random(7);
        for (var turn = 0; turn < 10; turn++)
        {
            string[] documents = [.. Documents];
            string[] entries = [.. Entries];
            random.Shuffle(documents);
            random.Shuffle(entries);

            Assert.Equal(expected, Lists.Verdicts(Check(documents, entries)));
        }
    }

    [Fact]
    public void The_report_stands_alone_and_runs_nothing()
    {
        var read = lists.Check(
            DocumentHeader + "D1,invoice,2026/1,2026-01-05,<script>alert(1)</script>,121.00,\n",
            EntryHeader + string.Join('\n', Entries)
        );
        using var stream = new MemoryStream();

        CheckReport.Write(stream, read);

        var page = Encoding.UTF8.GetString(stream.ToArray());
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("http", page, StringComparison.Ordinal);
        Assert.Contains("<svg", page, StringComparison.Ordinal);
    }
}
