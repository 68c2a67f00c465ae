using System.Text;
using System.Text.Json.Nodes;
using Bookonce.ExactOnline;

namespace Bookonce.Clients.Tests.ExactOnline;

public sealed class ExactJsonTests
{
    private static readonly Guid Key = Guid.Parse("71b961de-b9f3-49fe-883d-0f46c7e0e89b");

    [Fact]
    public void A_sales_entry_is_written_in_order_with_scales_and_without_nulls()
    {
        var entry = new NewSalesEntry
        {
            Journal = "70",
            Customer = Key,
            EntryDate = new DateOnly(2026, 3, 2),
            ReportingYear = 2026,
            EntryNumber = 26700124,
            Rate = 1.0925m,
            YourRef = "2026 / 14",
            SalesEntryLines =
            [
                new NewSalesEntryLine
                {
                    GLAccount = Key,
                    VATCode = "2  ",
                    AmountFC = 100.00m,
                    VATAmountFC = -21.0m,
                },
                new NewSalesEntryLine { GLAccount = Key, AmountFC = 0.10m },
            ],
        };

        Assert.Equal(
            """{"EntryNumber":26700124,"Journal":"70","Customer":"71b961de-b9f3-49fe-883d-0f46c7e0e89b","EntryDate":"2026-03-02T00:00:00","""
                + """  "ReportingYear":2026,"Rate":1.0925,"YourRef":"2026 / 14","SalesEntryLines":[""".TrimStart()
                + """{"GLAccount":"71b961de-b9f3-49fe-883d-0f46c7e0e89b","VATCode":"2  ","AmountFC":100.00,"VATAmountFC":-21.0},"""
                + """{"GLAccount":"71b961de-b9f3-49fe-883d-0f46c7e0e89b","AmountFC":0.10}]}""",
            Text(ExactJson.Bytes(entry))
        );
        Assert.Equal(Text(ExactJson.Bytes(entry)), Text(ExactJson.Bytes(entry with { })));
    }

    [Fact]
    public void A_relation_is_a_customer_unless_said_otherwise() =>
        Assert.Equal(
            """{"Name":"De Halm","Status":"C","Country":"BE"}""",
            Text(ExactJson.Bytes(new NewAccount { Name = "De Halm", Country = "BE" }))
        );

    [Fact]
    public void A_change_holds_no_null() =>
        Assert.Throws<ArgumentException>(() => ExactJson.Bytes(new JsonObject { ["Description"] = null }));

    private static string Text(ReadOnlyMemory<byte> bytes) => Encoding.UTF8.GetString(bytes.Span);
}
