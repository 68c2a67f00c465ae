using Bookonce.Domain.Connections;
using Bookonce.Domain.Documents;
using Bookonce.Domain.Entries;
using Bookonce.Domain.Numbering;
using Bookonce.Engine.Store;

namespace Bookonce.Storage.Tests;

public sealed class MirrorTests
{
    [Fact]
    public async Task Entries_come_back_as_they_were_saved()
    {
        using var memory = await Memory.Open();
        var full = Memory.Entry(50, 51, 26700001, amount: -1234567.10m) with
        {
            DueDate = new DateOnly(2026, 4, 1),
            AccountId = Memory.Id(60),
            AccountName = "Élan nv",
            Currency = new Currency("USD"),
            YourRef = "2026 / 14",
            PaymentReference = "+++090/9337/55493+++",
            Description = "Werk",
            InvoiceNumber = 7,
            Mark = "https://focus.teamleader.eu/invoice_detail.php?id=1",
            Creator = "An",
        };
        var bare = Memory.Entry(52, 53, 2, isSales: false, amount: 0.10m);
        await memory.Store.SaveEntries(
            memory.Office,
            [full, bare],
            [],
            new ExactPoint(5, 6, 7, new DateOnly(2025, 1, 1))
        );

        var books = await memory.Store.LoadBooks(memory.Administration.Id);
        Assert.Equal([full, bare], books.Entries);
        Assert.Equal("-1234567.10", books.Entries[0].Amount.ToString());
        Assert.Equal(new ExactPoint(5, 6, 7, new DateOnly(2025, 1, 1)), books.Point);
    }

    [Fact]
    public async Task A_changed_line_replaces_its_entry_and_a_vanished_one_is_gone()
    {
        using var memory = await Memory.Open();
        var (stays, goes) = (Memory.Entry(50, 51, 1), Memory.Entry(52, 53, 2));
        await memory.Store.SaveEntries(memory.Office, [stays, goes], [], Memory.NoPoint);
        await memory.Store.SaveEntries(memory.Office, [stays with { Amount = 99m }], [goes.LineId], Memory.NoPoint);

        Assert.Equal([stays with { Amount = 99m }], (await memory.Store.LoadBooks(memory.Administration.Id)).Entries);
    }

    [Fact]
    public async Task A_booked_link_learns_its_line_when_the_mirror_sees_it()
    {
        using var memory = await Memory.Open();
        await Book(memory);
        Assert.Null(await LineOf(memory));

        await memory.Store.SaveEntries(memory.Office, [Memory.Entry(50, 51, 1)], [], Memory.NoPoint);
        Assert.Equal(Memory.Id(50), await LineOf(memory));
    }

    [Fact]
    public async Task A_link_follows_a_line_that_Exact_replaced()
    {
        using var memory = await Memory.Open();
        await Book(memory);
        await memory.Store.SaveEntries(memory.Office, [Memory.Entry(50, 51, 1)], [], Memory.NoPoint);
        await memory.Store.SaveEntries(memory.Office, [Memory.Entry(49, 51, 1)], [Memory.Id(50)], Memory.NoPoint);

        Assert.Equal(Memory.Id(49), await LineOf(memory));
    }

    [Fact]
    public async Task A_link_keeps_the_line_of_an_entry_that_was_deleted()
    {
        using var memory = await Memory.Open();
        await Book(memory);
        await memory.Store.SaveEntries(memory.Office, [Memory.Entry(50, 51, 1)], [], Memory.NoPoint);
        await memory.Store.SaveEntries(memory.Office, [Memory.Entry(54, 55, 2)], [Memory.Id(50)], Memory.NoPoint);

        Assert.Equal(Memory.Id(50), await LineOf(memory));
    }

    [Fact]
    public async Task Masters_relations_and_points_come_back_as_they_were_saved()
    {
        using var memory = await Memory.Open();
        var masters = new Masters
        {
            Currency = "EUR",
            Journals = [new Journal("70", "Verkopen", JournalKind.Sales, false, "EUR", true)],
            VatCodes = [new VatCode("2", "21 %", 0.21m, VatCodeKind.Excluding, true, false, "N", false)],
            Periods = [new Period(2026, 1, new DateOnly(2026, 1, 1), new DateOnly(2026, 1, 31))],
            ClosedPeriods = [new ClosedPeriod("70", 2026, 1)],
            Rates = [new ReferenceRate("USD", new DateOnly(2026, 1, 1), 0.912345678m)],
        };
        await memory.Store.SaveMasters(memory.Office, masters, Memory.Now);
        await memory.Store.SaveRelations(
            memory.Office,
            [Relations.Account(60)],
            [],
            new ExactPoint(null, null, 9, null)
        );
        await memory.Store.SaveTeamleaderPoint(memory.Office, memory.Connection.Id, Memory.Now);

        var books = await memory.Store.LoadBooks(memory.Administration.Id);
        Assert.Equivalent(masters, books.Masters, strict: true);
        Assert.Equal(Memory.Now, books.MastersReadAt);
        Assert.Equal([Relations.Account(60)], books.Relations);
        Assert.Equal(9, books.Point.Relations);
        Assert.Equal(Memory.Now, await memory.Store.TeamleaderPoint(memory.Connection.Id));
    }

    [Fact]
    public async Task A_confirmed_relation_is_in_the_mirror_and_linked()
    {
        using var memory = await Memory.Open();
        await memory.Store.BeginRelation(memory.Office, Memory.RelationIntent(30, 8));
        await memory.Store.BeginRelationTry(memory.Office, Memory.Id(30), Memory.Now.AddMinutes(1));
        var intent = Assert.Single((await memory.Store.LoadBooks(memory.Administration.Id)).RelationIntents);
        Assert.Equal((2, Memory.Now.AddMinutes(1)), (intent.Unanswered, intent.LastTry));

        await memory.Store.ConfirmRelation(memory.Office, Memory.Id(30), Relations.Account(60));

        var books = await memory.Store.LoadBooks(memory.Administration.Id);
        Assert.Empty(books.RelationIntents);
        Assert.Equal([Relations.Account(60)], books.Relations);
        Assert.Equal([new RelationLink(intent.Customer, Memory.Id(60))], books.RelationLinks);
    }

    [Fact]
    public async Task An_intent_counts_its_tries_and_keeps_its_bytes()
    {
        using var memory = await Memory.Open();
        var begun = Memory.Intent(20, 10, 1);
        await memory.Store.BeginIntent(memory.Office, begun);
        await memory.Store.BeginTry(memory.Office, begun.Id, Memory.Now.AddMinutes(5));
        await memory.Store.AnswerTry(memory.Office, begun.Id, "The period is closed.");

        var intent = Assert.Single((await memory.Store.LoadBooks(memory.Administration.Id)).Intents);
        Assert.Equal(begun.Body.ToArray(), intent.Body.ToArray());
        Assert.Equal(
            begun with
            {
                Tries = 2,
                Unanswered = 1,
                Refusal = "The period is closed.",
                LastTry = Memory.Now.AddMinutes(5),
            },
            intent with
            {
                Body = begun.Body,
            }
        );
    }

    static async Task Book(Memory memory)
    {
        await memory.Store.BeginIntent(memory.Office, Memory.Intent(20, 10, 1));
        var link = Memory.Link(10, 51, null, 1, LinkOrigin.Booked);
        await memory.Store.Confirm(memory.Office, Memory.Id(20), link, NumberingMode.Fenced, isAnswered: true);
    }

    static async Task<Guid?> LineOf(Memory memory) =>
        Assert.Single((await memory.Store.LoadBooks(memory.Administration.Id)).Links).LineId;
}
