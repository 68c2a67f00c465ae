using Bookonce.Domain.Documents;
using Bookonce.Storage.Rows;
using CsCheck;

namespace Bookonce.Storage.Tests;

public sealed class DocumentTests
{
    [Fact]
    public async Task Content_is_kept_to_the_cent()
    {
        using var memory = await Memory.Open();
        var document = Memory.Invoice(10, "2026 / 1", net: 33333.30m) with
        {
            DueDate = new DateOnly(2026, 3, 31),
            Rate = new StatedRate("USD", "EUR", 0.9123456789m),
            PaymentReference = "+++090/9337/55493+++",
            IsPaid = true,
            ChangedAt = Memory.Now,
        };
        await memory.Store.SaveDocuments(memory.Office, memory.Connection.Id, [document]);

        var stored = Assert.Single(await memory.Store.LoadDocuments(memory.Connection.Id));
        Assert.Equivalent(document, stored.Content, strict: true);
        Assert.Equal("33333.30", stored.Content.Net.ToString());
        Assert.Equal(new DocumentOutcome(document.Id, DocumentStatus.New), stored.Outcome);
    }

    [Fact]
    public async Task Changed_content_leaves_the_link_and_the_status_alone()
    {
        using var memory = await Memory.Open();
        await memory.Store.SaveDocuments(memory.Office, memory.Connection.Id, [Memory.Invoice(10, "1")]);
        await memory.Store.Adopt(memory.Office, [Memory.Link(10, 51, 50, 1)]);
        await memory.Store.SaveDocuments(memory.Office, memory.Connection.Id, [Memory.Invoice(10, "1", net: 200m)]);

        var stored = Assert.Single(await memory.Store.LoadDocuments(memory.Connection.Id));
        Assert.Equal((200m, DocumentStatus.Linked), (stored.Content.Net, stored.Outcome.Status));
        Assert.Single((await memory.Store.LoadBooks(memory.Administration.Id)).Links);
    }

    [Fact]
    public async Task Documents_come_oldest_first()
    {
        using var memory = await Memory.Open();
        var (early, late) = (new DateOnly(2026, 1, 31), new DateOnly(2026, 2, 1));
        SalesDocument[] documents =
        [
            Memory.Invoice(1, "2026 / 10", late),
            Memory.Invoice(2, "2026 / 9", late),
            Memory.Invoice(3, "2026 / 9", late) with
            {
                Kind = DocumentKind.CreditNote,
            },
            Memory.Invoice(4, "2026 / 100", early),
            Memory.Invoice(5, "2026 / 9", late),
        ];
        await memory.Store.SaveDocuments(memory.Office, memory.Connection.Id, documents);

        Assert.Equal(
            documents.Order(DocumentOrder.OldestFirst).Select(document => document.Id),
            (await memory.Store.LoadDocuments(memory.Connection.Id)).Select(document => document.Content.Id)
        );
    }

    [Fact]
    public async Task The_same_document_may_be_booked_in_two_administrations()
    {
        using var memory = await Memory.Open();
        var other = memory.Administration with { Id = Memory.Id(70), Division = 654321 };
        await memory.Store.AddConnection(memory.NewConnection(Memory.Id(71), "Other", other));
        var office = await memory.Store.TakeOffice(other.Id);
        foreach (var (term, connection) in new[] { (memory.Office, memory.Connection.Id), (office, Memory.Id(71)) })
        {
            await memory.Store.SaveDocuments(term, connection, [Memory.Invoice(10, "1")]);
            await memory.Store.SaveEntries(term, [Memory.Entry(50, 51, 1)], [], Memory.NoPoint);
        }
        await memory.Store.Adopt(memory.Office, [Memory.Link(10, 51, 50, 1)]);

        Assert.Equal(DocumentStatus.New, (await memory.Store.LoadDocuments(Memory.Id(71)))[0].Outcome.Status);
        await memory.Store.Adopt(office, [Memory.Link(10, 51, 50, 1)]);
    }

    [Fact]
    public void The_text_order_of_number_keys_is_the_order_of_numbers() =>
        Gen.Select(Numbers, Numbers)
            .Sample(
                (left, right) =>
                    Math.Sign(DocumentNumber.Compare(left, right))
                    == Math.Sign(string.CompareOrdinal(NumberKey.Of(left), NumberKey.Of(right)))
            );

    static Gen<string> Numbers => Gen.String[Gen.Char["0019 /-AbBzÉ"], 0, 9];
}
